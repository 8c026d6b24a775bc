# Read by fresh.sh and package.sh: a minimal Debian in a folder, and how to get into it. $project is the source folder.

# This machine's own sources of Debian's packages, one line each: address, suite, component, and the key's file if it is named.
sources() {
    apt-get indextargets --format '$(REPO_URI) $(RELEASE) $(COMPONENT) $(ORIGIN) $(SIGNED_BY)' 'Created-By: Packages' |
        awk '$4 == "Debian" { print $1, $2, $3, ($5 ~ /^\//) ? $5 : "" }' | sort -u
}

# An address of the kind mirror+file: stands for a list of others.
plain() { case $1 in mirror+file:*) grep -m 1 -oE '^[a-z]+:[^[:space:]]+' "${1#mirror+file:}" ;; *) echo "$1" ;; esac; }

# apt's settings of how to reach them, and the certificates these name.
settings() { apt-config dump | grep -iE '^Acquire::(https?|ftp|Retries|ForceIPv)' || true; }
certificates() { settings | sed -n 's/^.*::\(CaInfo\|CaPath\|SslCert\|IssuerCert\) "\(\/[^"]*\)";$/\2/p'; }

prepare() { # ROOT: a Debian that knows where its packages come from
    [ -n "$(sources)" ] || apt-get update -qq
    suite=$(. /etc/os-release && echo "$VERSION_CODENAME")
    mirror=$(plain "$(sources | awk -v suite="$suite" '$2 == suite && $3 == "main" { print $1; exit }')")
    [ -n "$mirror" ] || { echo "apt knows no source of Debian $suite here" >&2; exit 1; }

    eval "$(apt-config shell http_proxy Acquire::http::Proxy https_proxy Acquire::https::Proxy)"
    export http_proxy="${http_proxy-}" https_proxy="${https_proxy-}"
    keyring=$(sources | awk -v suite="$suite" '$2 == suite && $4 { print $4; exit }')
    include=
    case $(sources) in *https:*) include=--include=ca-certificates ;; esac
    debootstrap --variant=minbase $include ${keyring:+--keyring="$keyring"} "$suite" "$1" "$mirror" >"$1.log" 2>&1 ||
        { tail -n 20 "$1.log" >&2; exit 1; }

    sources | while read -r address suite component key; do
        address=$(plain "$address")
        echo "deb ${key:+[signed-by=$key] }$address $suite $component"
    done >"$1/etc/apt/sources.list"
    settings >"$1/etc/apt/apt.conf.d/90machine"
    { certificates; sources | awk '$4 { print $4 }'; } | sort -u | while read -r file; do
        mkdir -p "$1/$(dirname "$file")" && cp -aL "$file" "$1/$file"
    done
    cp -L /etc/resolv.conf /etc/hosts "$1/etc/"
}

# Becomes the process that has ROOT as its only file system. Not by chroot: from there no test could make a namespace.
enter() { # ROOT COMMAND…
    root=$1 && shift
    mount --rbind "$root" "$root"
    mount -t proc proc "$root/proc"
    mount -t sysfs sysfs "$root/sys"
    mount --rbind /dev "$root/dev"
    mkdir -p "$root/src/vethscope"
    if [ -d "$project/../shared" ]; then
        mkdir -p "$root/src/shared"
        mount --bind "$project/../shared" "$root/src/shared"
        mount -o remount,bind,ro "$root/src/shared"
    fi
    cd "$root"
    mkdir -p old
    pivot_root . old
    umount -l /old
    exec env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 \
        ${http_proxy:+http_proxy="$http_proxy"} ${https_proxy:+https_proxy="$https_proxy"} "$@"
}
