#include "core/transcript/wrapping.h"

#include <QTest>

using namespace vethscope;

// Commands without what they were wrapped in, typed at n1, and where they then ran.
class UnwrapTest : public QObject
{
    Q_OBJECT

private slots:
    void commands_data();
    void commands();
    void flagsWithValues_data();
    void flagsWithValues();
    void deep();
    void podNames();
};

namespace {

// `n1/shop/tea:web> ip a`, with `!` behind where it opens a shell and `~` where that has a prompt of its own.
QStringList described(const std::string &line)
{
    QStringList list;
    for (const ShellCommand &command : readCommandLine(line).body)
        for (const Unwrapped &one : unwrap({.node = "n1"}, command)) {
            QString text = QString::fromStdString(one.session.node);
            for (const std::string &name : {one.session.podNamespace, one.session.pod})
                text += name.empty() ? QString() : "/" + QString::fromStdString(name);
            text += (one.session.container.empty() ? "" : ":" + QString::fromStdString(one.session.container)) + ">";
            for (const std::string &word : one.command.words)
                text += " " + QString::fromStdString(word);
            for (const auto &filter : one.command.filters)
                for (const std::string &word : filter)
                    text += (&word == &filter.front() ? " | " : " ") + QString::fromStdString(word);
            list << text + (one.opensShell ? " !" : "") + (one.samePrompt ? "" : " ~");
        }
    return list;
}

} // namespace

void UnwrapTest::commands_data()
{
    QTest::addColumn<QStringList>("commands");

    const auto row = [](const char *line, const QStringList &commands) { QTest::newRow(line) << commands; };
    const auto same = [&](std::initializer_list<const char *> lines) {
        for (const char *line : lines)
            row(line, {QString("n1> ") + line});
    };
    for (const char *line : {"ip a", "/sbin/ip a", "sudo ip a", "sudo /usr/sbin/ip a", "sudo -E ip a", "sudo -u me ip a", "sudo -i ip a", "time ip a", "nice ip a", "nice -n 5 ip a", "timeout 5 ip a", "timeout -k 2 5 ip a",
                             "busybox ip a", "exec ip a", "command ip a", "env ip a", "env A=b C=d ip a", "env -u X A=b ip a", "stdbuf -oL ip a", "nohup ip a", "watch ip a", "watch -n 1 ip a", "watch --interval 1 ip a",
                             "watch 'ip a'", "sh -c 'ip a'", "bash -lc 'ip a'", "su -c 'ip a'", "su root -c 'ip a'", "sudo timeout 5 sh -c 'ip a'", "nsenter -t 1 -n ip a", "nsenter -t 47 -m ip a", "nsenter -n ip a"})
        row(line, {"n1> ip a"});
    same({"sudo", "xsudo ip a", "ssh", "chroot", "kubectl", "kubectl exec", "kubectl get pods", "docker exec", "docker", "docker run tea", "docker run -d tea ip a", "ip netns exec", "ip ne exec tea ip a", "ip netns add tea x", "ip a -n tea", "ss -n tea",
          "arp -n tea", "sh -c", "sh --c x", "bash x.sh", "ip -4 a", "ip -n", "xkubectl exec tea ip a", "xdocker exec tea ip a"});
    row("timeout 5", {"n1>"});
    row("sh -c 'ip a; ip r' | head", {"n1> ip a | head", "n1> ip r | head"});
    row("sh -c 'ip a | grep x' | head -n 1", {"n1> ip a | grep x | head -n 1"});
    // Shells
    for (const char *line : {"sh", "sudo -i", "sudo -s", "/bin/sh"})
        row(line, {"n1> sh !"});
    for (const char *line : {"bash", "ash", "dash", "zsh", "ksh", "bash -l", "su", "su - root"})
        row(line, {QString("n1> ") + line + " !"});
    // Other machines
    row("ssh n2", {"n2> sh ! ~"});
    row("ssh root@n2", {"n2> sh ! ~"});
    row("ssh n2 ip a", {"n2> ip a"});
    row("ssh -p 22 root@n2 ip a", {"n2> ip a"});
    row("ssh n2 -p 22 ip a", {"n2> ip a"});
    row("ssh n2 'ip a; ip r'", {"n2> ip a", "n2> ip r"});
    row("ssh -t n2 sudo ip a", {"n2> ip a"});
    row("ssh n2 ssh n3 ip a", {"n3> ip a"});
    row("chroot /host ip a", {"n1> ip a ~"});
    row("chroot /host", {"n1> sh ! ~"});
    // Pods
    for (const char *line : {"kubectl exec tea -- ip a", "kubectl exec tea ip a", "kubectl exec -it tea -- ip a", "kubectl exec pod/tea -- ip a", "kubectl exec pods/tea -- ip a", "kubectl exec po/tea -- ip a",
                             "k exec tea -- ip a", "oc rsh tea ip a", "k3s kubectl exec tea -- ip a", "microk8s kubectl exec tea -- ip a", "minikube kubectl exec tea -- ip a", "kubectl debug tea -- ip a",
                             "kubectl attach tea -- ip a", "kubectl run tea --image x -- ip a"})
        row(line, {"n1/tea> ip a ~"});
    row("kubectl -n shop exec tea -- ip a", {"n1/shop/tea> ip a ~"});
    row("kubectl exec -n shop tea -c web -- ip a", {"n1/shop/tea:web> ip a ~"});
    row("kubectl exec tea --namespace=shop --container web -- ip a", {"n1/shop/tea:web> ip a ~"});
    row("kubectl -nx exec tea -cy -- ip a", {"n1/x/tea:y> ip a ~"});
    row("kubectl -n=x exec tea -- ip a", {"n1/x/tea> ip a ~"});
    row("kubectl --namespace exec tea -- ip a", {"n1> kubectl --namespace exec tea -- ip a"});
    row("kubectl -n shop exec -n bank tea -- ip a", {"n1/bank/tea> ip a ~"});
    row("kubectl exec deploy/tea -- ip a", {"n1/deploy/tea> ip a ~"});
    row("kubectl exec -it tea -- sh", {"n1/tea> sh ! ~"});
    row("kubectl exec tea -- sh -c 'ip a; ip r'", {"n1/tea> ip a", "n1/tea> ip r"});
    row("kubectl debug -it node/n2", {"n2> sh ! ~"});
    row("kubectl debug node/n2 -- chroot /host ip a", {"n2> ip a ~"});
    row("kubectl exec node/n2 -- ip a", {"n1/node/n2> ip a ~"});
    row("kubectl attach -it tea", {"n1/tea> sh ! ~"});
    // Containers
    for (const char *line : {"docker exec tea ip a", "docker exec -it tea ip a", "docker exec -u 0 tea ip a", "crictl -r unix:///x exec tea ip a", "nerdctl -n k8s.io exec tea ip a", "podman exec tea ip a"})
        row(line, {"n1/tea> ip a ~"});
    row("docker exec tea", {"n1/tea> ~"});
    row("docker exec k8s_web_tea_shop_1a2_0 ip a", {"n1/shop/tea:web> ip a ~"});
    row("docker exec k8s_web ip a", {"n1:web> ip a ~"});
    row("docker exec kind-control-plane ip a", {"kind-control-plane> ip a ~"});
    row("docker exec kind-worker2 ip a", {"kind-worker2> ip a ~"});
    row("docker exec workers ip a", {"n1/workers> ip a ~"});
    for (const char *line : {"lxc exec n2 -- ip a", "incus exec n2 ip a", "multipass exec n2 -- ip a"})
        row(line, {"n2> ip a ~"});
    // Namespaces
    for (const char *line : {"ip netns exec tea ip a", "ip netn exec tea ip a", "ip net exec tea ip a", "ip -n tea a", "ip -netns tea a", "ip --netns tea a", "nsenter --net=/run/netns/tea ip a", "nsenter -n/run/netns/tea ip a",
                             "nsenter --net=/run/netns/tea -t 47 ip a"})
        row(line, {"n1/tea> ip a"});
    row("ip netns exec tea", {"n1/tea>"});
    row("ip -4 -n tea a", {"n1/tea> ip -4 a"});
    row("bridge -n tea fdb", {"n1/tea> bridge fdb"});
    row("tc -n tea qdisc", {"n1/tea> tc qdisc"});
    row("ss -N tea -l", {"n1/tea> ss -l"});
    row("ss -n --net tea", {"n1/tea> ss -n"});
    row("kubectl exec tea -n shop -c web -- ip netns exec blue ip a", {"n1/blue> ip a ~"});
    for (const char *line : {"nsenter -t 47 -n ip a", "nsenter -t 47 -a ip a", "nsenter --target 47 --net ip a", "nsenter --all --target=47 ip a", "nsenter -t 47 -n -S 0 -G 0 ip a"})
        row(line, {"n1/pid 47> ip a"});
    row("nsenter -t 47 -n", {"n1/pid 47> sh !"});
}

void UnwrapTest::commands()
{
    QTEST(described(QTest::currentDataTag()), "commands");
}

// The next word is the flag's, whatever it looks like.
void UnwrapTest::flagsWithValues_data()
{
    QTest::addColumn<QString>("behind");

    const auto rows = [](const char *front, const char *back, const char *behind, std::initializer_list<const char *> flags) {
        for (const char *flag : flags)
            QTest::addRow("%s %s x %s", front, flag, back) << QString(behind);
    };
    rows("ssh", "n2 ip a", "n2> ip a", {"-p", "-i", "-l", "-o", "-J", "-F", "-L", "-R", "-D", "-b", "-c", "-E", "-S", "-W"});
    rows("sudo", "ip a", "n1> ip a", {"-u", "-g", "-C", "-p", "-h"});
    rows("timeout", "5 ip a", "n1> ip a", {"-s", "-k"});
    rows("kubectl", "exec tea -- ip a", "n1/tea> ip a ~", {"--context", "--kubeconfig", "--cluster", "--user", "-s", "--server"});
    rows("kubectl run tea", "-- ip a", "n1/tea> ip a ~", {"-f", "--image", "--target", "--profile", "--overrides", "-l", "--restart", "--pod-running-timeout"});
    rows("docker exec", "tea ip a", "n1/tea> ip a ~", {"-u", "--user", "-w", "--workdir", "-e", "--env", "-n", "--namespace", "-r", "--runtime-endpoint"});
}

void UnwrapTest::flagsWithValues()
{
    QFETCH(QString, behind);
    QCOMPARE(described(QTest::currentDataTag()), QStringList{behind});
}

// Eight wrappings are taken off, and no more.
void UnwrapTest::deep()
{
    const std::string sudo = "sudo ";
    std::string line = "ip a";
    for (int i = 0; i < 8; ++i)
        line = sudo + line;
    QCOMPARE(described(line), QStringList{"n1> ip a"});
    QCOMPARE(described(sudo + line), QStringList{"n1> sudo ip a"});
}

// k8s.io/apimachinery's random suffixes: five letters and digits without vowels, behind a hash of six to ten.
void UnwrapTest::podNames()
{
    for (const char *name : {"tea-6fb46d899f-4zkt2", "a-b-6fb46d-4zkt2", "tea-6fb46d-bbbbb"})
        QVERIFY2(isPodName(name), name);
    for (const char *name : {"", "tea", "-4zkt2", "6fb46d899f-4zkt2", "-6fb46d899f-4zkt2", "tea-6fb46d899f-4zkt", "tea-6fb46d899f-4zkt22", "tea-6fb46d899f-4zkta", "tea-6fb46d899f-4zkt1", "tea-6fb46-4zkt2", "tea-6fb46d899ff-4zkt2",
                             "tea-bcdfgh-4zkt2", "tea-6ab46d-4zkt2", "tea-6fb46d899f-"})
        QVERIFY2(!isPodName(name), name);
}

QTEST_APPLESS_MAIN(UnwrapTest)
#include "tst_unwrap.moc"
