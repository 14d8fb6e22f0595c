# Sourced by mvnw and kubilitics: `find_jdk25` puts the home of a JDK 25 or newer into $jdk_home.

# Prints the feature version (25 of "25.0.3") of the JDK at $1; fails where there is none.
jdk_feature() {
    [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
    sed -n 's/^JAVA_VERSION="\{0,1\}\([0-9][0-9]*\).*/\1/p' "$1/release"
}

jdk_is_new_enough() {
    jdk_found=$(jdk_feature "$1") && [ "${jdk_found:-0}" -ge 25 ]
}

# The home of the `java` on the PATH, behind its symbolic links; empty where there is none.
jdk_of_path() {
    jdk_java=$(command -v java) || return 0
    jdk_java=$(readlink -f "$jdk_java" 2>/dev/null) || return 0
    printf '%s\n' "${jdk_java%/bin/java}"
}

# What the user chose wins; among what merely lies about, the oldest that will do: the build is tried on that one.
find_jdk25() {
    jdk_home=
    for jdk_candidate in "${JAVA_HOME-}" "$(jdk_of_path)"; do
        if jdk_is_new_enough "$jdk_candidate"; then
            jdk_home=$jdk_candidate
            return 0
        fi
    done
    jdk_best=1000
    for jdk_candidate in /usr/lib/jvm/* /usr/java/* /opt/* /opt/*/jdk* "${HOME-}"/.jdks/* "${HOME-}"/.sdkman/candidates/java/* \
        "${HOME-}"/.asdf/installs/java/* "${HOME-}"/.local/share/mise/installs/java/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home "${HOME-}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
        /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
        if jdk_is_new_enough "$jdk_candidate" && [ "$jdk_found" -lt "$jdk_best" ]; then
            jdk_home=$jdk_candidate
            jdk_best=$jdk_found
        fi
    done
    [ -n "$jdk_home" ] && return 0
    echo "${0##*/}: no JDK 25 found; install one (for example Eclipse Temurin 25) and set JAVA_HOME to its folder" >&2
    exit 3
}
