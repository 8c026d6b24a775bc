#include "core/snapshot/flannel_net_conf.h"
#include "core/snapshot/hostcommands.h"
#include "core/snapshot/kubernetes_objects.h"

// flannel's net-conf.json (flannel pkg/subnet/config.go): `{"Network": "10.244.0.0/16", "Backend": {"Type": "vxlan"}}`, as a file, and
// within the config map kube-flannel-cfg.

namespace vethscope {
namespace {

bool typed(const std::vector<std::string> &words)
{
    return words.size() >= 2 && words[0] == "cat" && words.back().ends_with("net-conf.json");
}

bool looksLike(const Reading &reading)
{
    return jsonHas(reading, {"Network", "Backend"});
}

void readConf(const JsonRecord &record)
{
    addFlannelPool(record, record.evidence());
}

void read(Reading &reading)
{
    readJsonRecords(reading, readConf);
}

void readConfigMap(const JsonRecord &object)
{
    const JsonRecord data = object.record("data");
    const std::string conf = data.text("net-conf.json");
    if (conf.empty())
        return;
    const JsonText json = readJson(conf);
    if (json.values.empty() || !json.values.front().object())
        return data.complain(Sentence::of("\"net-conf.json\" is no JSON object: {}", json.error));
    addFlannelPool(JsonRecord(object.reading(), json.values.front()), data.evidenceOf("net-conf.json"));
}

} // namespace

void addFlannelPool(const JsonRecord &conf, const Evidence &evidence)
{
    const auto network = conf.prefix("Network");
    if (!network)
        return;
    const JsonRecord backend = conf.record("Backend");
    const std::string type = backend.text("Type");
    conf.reading().facts().pools.push_back({.name = "flannel", .cidr = *network, .mode = type.empty() ? "udp" : type, .natOutgoing = false,
                                            .vni = backend.number("VNI"), .port = backend.number<std::uint16_t>("Port"), .evidence = evidence});
}

constinit const HostCommand commands::flannelNetConf{.name = "cat net-conf.json", .typed = typed, .looksLike = looksLike, .read = read};
constinit const KubernetesObject objects::configMap{.kind = "ConfigMap", .read = readConfigMap};

} // namespace vethscope
