// Workload is the one program inside the test cluster's image: it behaves well or badly, as its first word says.
//
//	pause                         hold a pod's namespaces (the sandbox container)
//	serve  -port 8080 -broken     answer HTTP; /healthz says 200, or 503 when broken
//	eat    -mib 64                allocate and touch memory, then wait
//	crash  -after 2s -code 3 -say TEXT   complain on stderr and exit
//	call   HOST:PORT              connect once and say how it went
//	registry -port 5000           answer as an image registry that has no image
//	say    TEXT                   print it and exit (for exec)
package main

import (
	"flag"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"time"
)

func main() {
	if len(os.Args) < 2 {
		fail("which behaviour? pause, serve, eat, crash, call, registry or say")
	}
	rest := os.Args[2:]
	switch os.Args[1] {
	case "pause":
		pause()
	case "serve":
		serve(rest)
	case "eat":
		eat(rest)
	case "crash":
		crash(rest)
	case "call":
		call(rest)
	case "registry":
		registry(rest)
	case "say":
		fmt.Println(strings.Join(rest, " "))
	default:
		fail("no behaviour is called " + os.Args[1])
	}
}

// As process 1 of a pod it must reap what others leave behind.
func pause() {
	signals := make(chan os.Signal, 16)
	signal.Notify(signals, syscall.SIGINT, syscall.SIGTERM, syscall.SIGCHLD)
	for s := range signals {
		if s != syscall.SIGCHLD {
			return
		}
		for {
			if pid, err := syscall.Wait4(-1, nil, syscall.WNOHANG, nil); pid <= 0 || err != nil {
				break
			}
		}
	}
}

func untilTold() {
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, syscall.SIGINT, syscall.SIGTERM)
	<-signals
}

func serve(args []string) {
	flags := flag.NewFlagSet("serve", flag.ExitOnError)
	port := flags.Int("port", 8080, "port to listen on")
	broken := flags.Bool("broken", false, "answer /healthz with 503")
	_ = flags.Parse(args)
	http.HandleFunc("/healthz", func(w http.ResponseWriter, _ *http.Request) {
		if *broken {
			http.Error(w, "broken", http.StatusServiceUnavailable)
		}
	})
	http.HandleFunc("/", func(w http.ResponseWriter, _ *http.Request) {
		name, _ := os.Hostname()
		fmt.Fprintln(w, name)
	})
	fmt.Println("serving on port", *port)
	go func() { fail(http.ListenAndServe(fmt.Sprintf(":%d", *port), nil).Error()) }()
	untilTold()
	fmt.Println("told to stop")
}

func eat(args []string) {
	flags := flag.NewFlagSet("eat", flag.ExitOnError)
	mib := flags.Int("mib", 64, "MiB to allocate")
	_ = flags.Parse(args)
	fmt.Println("allocating", *mib, "MiB")
	var held [][]byte
	for i := 0; i < *mib; i++ {
		block := make([]byte, 1<<20)
		for at := 0; at < len(block); at += 4096 {
			block[at] = 1
		}
		held = append(held, block)
	}
	fmt.Println("allocated", len(held), "MiB")
	untilTold()
}

func crash(args []string) {
	flags := flag.NewFlagSet("crash", flag.ExitOnError)
	after := flags.Duration("after", 2*time.Second, "how long to live")
	code := flags.Int("code", 3, "exit code")
	say := flags.String("say", "", "last words on stderr")
	_ = flags.Parse(args)
	fmt.Println("starting")
	time.Sleep(*after)
	if *say != "" {
		fmt.Fprintln(os.Stderr, *say)
	}
	os.Exit(*code)
}

func call(args []string) {
	if len(args) != 1 {
		fail("call needs one HOST:PORT")
	}
	connection, err := net.DialTimeout("tcp", args[0], 5*time.Second)
	if err != nil {
		fail(err.Error())
	}
	_ = connection.Close()
	fmt.Println("connected to", args[0])
}

func registry(args []string) {
	flags := flag.NewFlagSet("registry", flag.ExitOnError)
	port := flags.Int("port", 5000, "port to listen on, on loopback")
	_ = flags.Parse(args)
	http.HandleFunc("/v2/", func(w http.ResponseWriter, r *http.Request) {
		fmt.Println(r.Method, r.URL.Path)
		if r.URL.Path != "/v2/" {
			w.Header().Set("Content-Type", "application/json")
			w.WriteHeader(http.StatusNotFound)
			fmt.Fprintln(w, `{"errors": [{"code": "MANIFEST_UNKNOWN", "message": "manifest unknown"}]}`)
		}
	})
	go func() { fail(http.ListenAndServe(fmt.Sprintf("127.0.0.1:%d", *port), nil).Error()) }()
	untilTold()
}

func fail(why string) {
	fmt.Fprintln(os.Stderr, "workload:", why)
	os.Exit(1)
}
