"""dnsmasq in CoreDNS's place, and another one as the resolver of the world beyond."""

COMMON = ("dnsmasq", "--keep-in-foreground", "--conf-file=/dev/null", "--no-hosts", "--no-resolv", "--pid-file=",
          "--user=root", "--cache-size=0")
ZONE_PORT = 5354


def serve_cluster(pod, names, upstream):
    """Answers as CoreDNS does: authoritative for cluster.local, with its SOA in an NXDOMAIN, all else asked upstream.

    dnsmasq is authoritative for a whole interface or not at all, so one process keeps the zone behind the other one. Returns
    the one that is asked.
    """
    pod.start(*COMMON, f"--port={ZONE_PORT}", "--auth-zone=cluster.local", "--auth-server=ns.dns.cluster.local,lo",
              "--auth-soa=1700000000,hostmaster.cluster.local,7200,1800,86400", "--auth-ttl=30",
              *(f"--host-record={name},{address}" for name, address in names.items()))
    return pod.start(*COMMON, f"--server={upstream}", f"--server=/cluster.local/127.0.0.1#{ZONE_PORT}")


def serve_world(router, address, names, aliases):
    """The public resolver at `address`; `aliases` are CNAMEs. Every other name does not exist."""
    records = [f"--host-record={name},{target},300" for name, target in names.items()]
    records += [f"--cname={name},{target},300" for name, target in aliases.items()]
    router.start(*COMMON, "--bind-interfaces", f"--listen-address={address}", "--address=/#/", *records)
