"""One NetworkPolicy on one pod, as Felix writes it: what the policy does not let in is dropped before the pod's veth.

felix/rules/dispatch.go, endpoints.go and policy.go in github.com/projectcalico/calico; without its hashes in comments.
"""

ACCEPTED, PASSED = "0x10000/0x10000", "0x20000"


def admit_only(pod, protocol, port, name):
    to_pod, policy = f"cali-tw-{pod.veth}", f"cali-pi-{name}"
    pod.node.run("iptables-restore", "--noflush", input=f"""\
*filter
:cali-FORWARD - [0:0]
:cali-to-wl-dispatch - [0:0]
:{to_pod} - [0:0]
:{policy} - [0:0]
-A FORWARD -j cali-FORWARD
-A cali-FORWARD -o cali+ -j cali-to-wl-dispatch
-A cali-to-wl-dispatch -o {pod.veth} -g {to_pod}
-A {to_pod} -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT
-A {to_pod} -m conntrack --ctstate INVALID -j DROP
-A {to_pod} -j MARK --set-xmark 0x0/0x10000
-A {to_pod} -m comment --comment "Start of policies" -j MARK --set-xmark 0x0/{PASSED}
-A {to_pod} -m mark --mark 0x0/{PASSED} -j {policy}
-A {to_pod} -m comment --comment "Return if policy accepted" -m mark --mark {ACCEPTED} -j RETURN
-A {to_pod} -m comment --comment "Drop if no policies passed packet" -m mark --mark 0x0/{PASSED} -j DROP
-A {policy} -p {protocol} -m {protocol} --dport {port} -j MARK --set-xmark {ACCEPTED}
-A {policy} -m mark --mark {ACCEPTED} -j RETURN
COMMIT
""")
