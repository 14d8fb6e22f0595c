// Image packs one static binary into an OCI archive that containerd can import; the same input gives the same bytes.
//
//	image OUT.tar REFERENCE BINARY [ARGUMENT...]
package main

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"os"
	"path"
	"runtime"
	"strings"
)

type object = map[string]any

type archive struct {
	out   *tar.Writer
	blobs map[string]bool
}

func main() {
	if len(os.Args) < 4 {
		fmt.Fprintln(os.Stderr, "usage: image OUT.tar REFERENCE BINARY [ARGUMENT...]")
		os.Exit(2)
	}
	if err := pack(os.Args[1], os.Args[2], os.Args[3], os.Args[4:]); err != nil {
		fmt.Fprintln(os.Stderr, "image:", err)
		os.Exit(1)
	}
}

func pack(out, reference, binary string, arguments []string) error {
	program, err := os.ReadFile(binary)
	if err != nil {
		return err
	}
	name := path.Base(binary)
	layer := layerWith(name, program)
	var packed bytes.Buffer
	zip := gzip.NewWriter(&packed)
	_, _ = zip.Write(layer)
	_ = zip.Close()

	var whole bytes.Buffer
	to := archive{tar.NewWriter(&whole), map[string]bool{}}
	config := to.blob("application/vnd.oci.image.config.v1+json", encode(object{
		"architecture": runtime.GOARCH, "os": "linux",
		"config": object{"Entrypoint": append([]string{"/bin/" + name}, arguments...), "Env": []string{"PATH=/bin"}},
		"rootfs": object{"type": "layers", "diff_ids": []string{digest(layer)}},
	}))
	manifest := to.blob("application/vnd.oci.image.manifest.v1+json", encode(object{
		"schemaVersion": 2, "mediaType": "application/vnd.oci.image.manifest.v1+json", "config": config,
		"layers": []object{to.blob("application/vnd.oci.image.layer.v1.tar+gzip", packed.Bytes())},
	}))
	manifest["annotations"] = object{
		"io.containerd.image.name":          reference,
		"org.opencontainers.image.ref.name": reference[strings.LastIndex(reference, ":")+1:],
	}
	to.file("index.json", encode(object{"schemaVersion": 2, "manifests": []object{manifest}}))
	to.file("oci-layout", encode(object{"imageLayoutVersion": "1.0.0"}))
	if err := to.out.Close(); err != nil {
		return err
	}
	return os.WriteFile(out, whole.Bytes(), 0o644)
}

func layerWith(name string, program []byte) []byte {
	var layer bytes.Buffer
	to := tar.NewWriter(&layer)
	for _, folder := range []string{"bin/", "tmp/", "etc/", "proc/", "sys/", "dev/"} {
		_ = to.WriteHeader(&tar.Header{Name: folder, Typeflag: tar.TypeDir, Mode: 0o755})
	}
	_ = to.WriteHeader(&tar.Header{Name: "bin/" + name, Mode: 0o755, Size: int64(len(program))})
	_, _ = to.Write(program)
	_ = to.Close()
	return layer.Bytes()
}

func (a archive) blob(mediaType string, content []byte) object {
	name := digest(content)
	if !a.blobs[name] {
		a.blobs[name] = true
		a.file("blobs/sha256/"+strings.TrimPrefix(name, "sha256:"), content)
	}
	return object{"mediaType": mediaType, "digest": name, "size": len(content)}
}

func (a archive) file(name string, content []byte) {
	_ = a.out.WriteHeader(&tar.Header{Name: name, Mode: 0o644, Size: int64(len(content))})
	_, _ = a.out.Write(content)
}

func digest(content []byte) string {
	return fmt.Sprintf("sha256:%x", sha256.Sum256(content))
}

func encode(value object) []byte {
	text, err := json.Marshal(value)
	if err != nil {
		panic(err)
	}
	return text
}
