#include "tests/support/kubernetestext.h"

#include <fmt/format.h>

namespace vethscope::test {
namespace {

constexpr std::size_t endpointsEach = 3;

std::string addressOf(std::size_t service)
{
    return fmt::format("10.96.{}.{}", service / 200, 10 + service % 200);
}

// The pods behind a service: with others between them, so that they are of several nodes.
std::vector<std::string> endpointsOf(const Cluster &cluster, std::size_t service)
{
    std::vector<std::string> endpoints;
    for (std::size_t i = 0; i < endpointsEach; ++i)
        endpoints.push_back(cluster.pods[(service + i * 37) % cluster.pods.size()].addresses.front().text());
    return endpoints;
}

std::string filterText()
{
    return "*filter\n:INPUT ACCEPT [0:0]\n:FORWARD ACCEPT [0:0]\n:OUTPUT ACCEPT [0:0]\n:FLANNEL-FWD - [0:0]\n:KUBE-FORWARD - [0:0]\n"
           "-A FORWARD -m comment --comment \"kubernetes forwarding rules\" -j KUBE-FORWARD\n"
           "-A FORWARD -m comment --comment \"flanneld forward\" -j FLANNEL-FWD\n"
           "-A FLANNEL-FWD -s 10.244.0.0/16 -m comment --comment \"flanneld forward\" -j ACCEPT\n"
           "-A FLANNEL-FWD -d 10.244.0.0/16 -m comment --comment \"flanneld forward\" -j ACCEPT\n"
           "-A KUBE-FORWARD -m conntrack --ctstate INVALID -j DROP\n"
           "-A KUBE-FORWARD -m mark --mark 0x4000/0x4000 -j ACCEPT\n"
           "-A KUBE-FORWARD -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT\nCOMMIT\n";
}

std::string translationText(const Cluster &cluster, std::size_t node, std::size_t services)
{
    const std::string own = fmt::format("10.244.{}.0/24", node);
    std::string chains = "*nat\n:PREROUTING ACCEPT [0:0]\n:INPUT ACCEPT [0:0]\n:OUTPUT ACCEPT [0:0]\n:POSTROUTING ACCEPT [0:0]\n:FLANNEL-POSTRTG - [0:0]\n"
                         ":KUBE-MARK-MASQ - [0:0]\n:KUBE-NODEPORTS - [0:0]\n:KUBE-POSTROUTING - [0:0]\n:KUBE-SERVICES - [0:0]\n";
    std::string rules = "-A PREROUTING -j KUBE-SERVICES\n-A OUTPUT -j KUBE-SERVICES\n-A POSTROUTING -j KUBE-POSTROUTING\n-A POSTROUTING -j FLANNEL-POSTRTG\n"
                        "-A FLANNEL-POSTRTG -m mark --mark 0x4000/0x4000 -j RETURN\n"
        + fmt::format("-A FLANNEL-POSTRTG -s {0} -d 10.244.0.0/16 -j RETURN\n-A FLANNEL-POSTRTG -s 10.244.0.0/16 -d {0} -j RETURN\n"
                      "-A FLANNEL-POSTRTG ! -s 10.244.0.0/16 -d {0} -j RETURN\n", own)
        + "-A FLANNEL-POSTRTG -s 10.244.0.0/16 ! -d 224.0.0.0/4 -j MASQUERADE --random-fully\n"
          "-A FLANNEL-POSTRTG ! -s 10.244.0.0/16 -d 10.244.0.0/16 -j MASQUERADE --random-fully\n"
          "-A KUBE-MARK-MASQ -j MARK --set-xmark 0x4000/0x4000\n-A KUBE-POSTROUTING -m mark ! --mark 0x4000/0x4000 -j RETURN\n"
          "-A KUBE-POSTROUTING -j MARK --set-xmark 0x4000/0x0\n-A KUBE-POSTROUTING -j MASQUERADE --random-fully\n";
    for (std::size_t service = 0; service < services; ++service) {
        const std::vector<std::string> endpoints = endpointsOf(cluster, service);
        const std::string chain = fmt::format("KUBE-SVC-{:016X}", service);
        chains += fmt::format(":{} - [0:0]\n", chain);
        rules += fmt::format("-A KUBE-SERVICES -d {}/32 -p tcp -m tcp --dport 80 -j {}\n", addressOf(service), chain);
        rules += fmt::format("-A {} ! -s 10.244.0.0/16 -d {}/32 -p tcp -m tcp --dport 80 -j KUBE-MARK-MASQ\n", chain, addressOf(service));
        for (std::size_t i = 0; i < endpoints.size(); ++i) {
            const std::string endpoint = fmt::format("KUBE-SEP-{:08X}{:08X}", service, i);
            chains += fmt::format(":{} - [0:0]\n", endpoint);
            const std::size_t left = endpoints.size() - i;
            rules += fmt::format("-A {}{} -j {}\n", chain, left > 1 ? fmt::format(" -m statistic --mode random --probability {:.11f}", 1.0 / static_cast<double>(left)) : "", endpoint);
            rules += fmt::format("-A {0} -s {1}/32 -j KUBE-MARK-MASQ\n-A {0} -p tcp -m tcp -j DNAT --to-destination {1}:80\n", endpoint, endpoints[i]);
        }
    }
    return chains + rules + "-A KUBE-SERVICES -m addrtype --dst-type LOCAL -j KUBE-NODEPORTS\nCOMMIT\n";
}

} // namespace

std::string serviceTextOf(const Cluster &cluster, std::size_t services)
{
    std::string text;
    for (std::size_t node = 0; node < cluster.nodes.size(); ++node) {
        const std::string prompt = fmt::format("[root@{} ~]# ", cluster.nodes[node].name);
        text += prompt + "sysctl net.ipv4.ip_forward net.ipv4.conf.all.rp_filter net.bridge.bridge-nf-call-iptables\n"
                         "net.ipv4.ip_forward = 1\nnet.ipv4.conf.all.rp_filter = 0\nnet.bridge.bridge-nf-call-iptables = 1\n";
        text += prompt + "iptables-save\n" + filterText() + translationText(cluster, node, services);
    }
    const std::string prompt = fmt::format("[root@{} ~]# ", cluster.nodes.front().name);
    text += prompt + "kubectl get services -A\nNAMESPACE   NAME   TYPE   CLUSTER-IP   EXTERNAL-IP   PORT(S)   AGE\n";
    for (std::size_t service = 0; service < services; ++service)
        text += fmt::format("default   service-{:03}   ClusterIP   {}   <none>   80/TCP   3d\n", service, addressOf(service));
    text += prompt + "kubectl get endpoints -A\nNAMESPACE   NAME   ENDPOINTS   AGE\n";
    for (std::size_t service = 0; service < services; ++service) {
        std::string all;
        for (const std::string &endpoint : endpointsOf(cluster, service))
            all += fmt::format("{}{}:80", all.empty() ? "" : ",", endpoint);
        text += fmt::format("default   service-{:03}   {}   3d\n", service, all);
    }
    return text;
}

} // namespace vethscope::test
