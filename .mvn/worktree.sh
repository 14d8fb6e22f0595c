#!/bin/sh
# Does a build leave the work tree as it was? `worktree.sh remember <build>` at its start, `worktree.sh compare <build>` at its end;
# <build> tells one build from another.
#
# The state is the tree that `git add -A` would commit, made with an index and an object store of its own below target/: it knows
# the content of every file that git does not ignore, so that a second change to an already changed file is seen too.
set -eu

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
state=$root/target/worktree

skip() {
    echo "work tree: not compared with the start of the build: $1"
    exit 0
}

# Nobody reads what a green build in CI skipped.
cannot() {
    [ "${CI-}" = true ] || skip "$1"
    echo "work tree: cannot be compared with the start of the build: $1" >&2
    exit 1
}

command -v git >/dev/null || skip "git is not installed"
# Inside a git hook these point elsewhere.
unset $(git rev-parse --local-env-vars)
cd "$root"
if ! top=$(git rev-parse --show-toplevel 2>/dev/null); then
    [ -e .git ] || skip "this is no git checkout"
    cannot "git does not read this checkout: $(git rev-parse --show-toplevel 2>&1 | head -n 1)"
fi
[ "$top" = "$root" ] || skip "this is no git checkout of its own"

objects=$(git rev-parse --path-format=absolute --git-path objects)
with_own_store() {
    GIT_INDEX_FILE=$state/index GIT_OBJECT_DIRECTORY=$state/objects GIT_ALTERNATE_OBJECT_DIRECTORIES=$objects "$@"
}

current_tree() {
    with_own_store git -c core.safecrlf=false -c advice.addEmbeddedRepo=false add -A
    with_own_store git write-tree
}

remember() {
    rm -rf "$state"
    mkdir -p "$state/objects"
    # git's own index spares reading the files that did not change since the last commit.
    index=$(git rev-parse --git-path index)
    [ ! -f "$index" ] || cp "$index" "$state/index"
    current_tree >"$state/tree"
    git status --porcelain -uall >"$state/status"
    echo "$1" >"$state/build"
}

compare() {
    [ "$(cat "$state/build" 2>/dev/null)" = "$1" ] || skip "this build did not start at the root"
    now=$(current_tree)
    changed=$(with_own_store git -c core.quotePath=false diff-tree -r --name-only "$(cat "$state/tree")" "$now")
    if [ -z "$changed" ]; then
        changed=$(git status --porcelain -uall | diff "$state/status" - | sed -n 's/^[<>] ...//p' | sort -u)
    fi
    [ -z "$changed" ] && return
    echo "work tree: something changed these files while the build ran; a build must leave them alone:" >&2
    echo "$changed" | sed 's/^/  /' >&2
    exit 1
}

"$1" "$2"
