#include "core/transcript/transcript.h"

#include <QTest>

using namespace vethscope;

// What was typed, where, and what of the text is its output; prose as it was.
class tst_transcript : public QObject
{
    Q_OBJECT

private slots:
    void split_data();
    void split();
};

namespace {

QString lines(LineRange range)
{
    return range.count == 0 ? QString("-") : QString("%1-%2").arg(range.first).arg(range.end() - 1);
}

QString whoOf(const Session &session)
{
    QString who = QString::fromStdString(session.node);
    if (!session.pod.empty())
        who += "/" + (session.podNamespace.empty() ? QString() : QString::fromStdString(session.podNamespace) + "/") + QString::fromStdString(session.pod);
    if (!session.container.empty())
        who += ":" + QString::fromStdString(session.container);
    return who;
}

QString wordsText(const std::vector<std::string> &words)
{
    QStringList list;
    for (const std::string &word : words)
        list << (word.empty() || word.find(' ') != std::string::npos ? "'" + QString::fromStdString(word) + "'" : QString::fromStdString(word));
    return list.join(' ');
}

// `n1/tea> ip addr | grep eth0 = 2-5`
QStringList described(const Transcript &transcript)
{
    QStringList list;
    for (const TypedCommand &command : transcript.commands) {
        QString text = whoOf(command.session) + "> " + wordsText(command.words);
        for (const auto &filter : command.filters)
            text += " | " + wordsText(filter);
        list << text + " = " + lines(command.output) + (command.continues ? " continued" : "");
    }
    for (const LineRange &prose : transcript.prose)
        list << "prose " + lines(prose);
    return list;
}

QStringList described(const QByteArray &text)
{
    return described(splitTranscript(std::make_shared<const SourceText>("text", text.toStdString())));
}

} // namespace

void tst_transcript::split_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("parts");

    // Prompts.
    QTest::newRow("Red Hat's prompt") << QByteArray("[root@master net]# ip route\ndefault via 172.27.0.1 dev eth0\n") << QStringList{"master> ip route = 2-2"};
    QTest::newRow("no blank behind the prompt") << QByteArray("[root@master ~]#ip a\n1: lo:\n") << QStringList{"master> ip a = 2-2"};
    QTest::newRow("brackets around the host alone") << QByteArray("[master]# brctl show\nx\n[master]# yum install bridge-utils -y\n")
        << QStringList{"master> brctl show = 2-2", "master> yum install bridge-utils -y = -"};
    QTest::newRow("brackets around the folder alone") << QByteArray("[~]# ip a\nx\n") << QStringList{"> ip a = 2-2"};
    QTest::newRow("a quoted text that a terminal broke") << QByteArray("[~]# echo a | ssh elm 'ip addr show dev eth0 scope global primary up to 192.0\n.2.0/24'\nx\n[~]# ip r\ny\n")
        << QStringList{"> echo a | ssh elm 'ip addr show dev eth0 scope global primary up to 192.0.2.0/24' = 3-3", "> ip r = 5-5"};
    QTest::newRow("lines too short for a terminal's width") << QByteArray("[~]# echo 'a\nb'\nx\n") << QStringList{"> echo a = 2-3"};
    QTest::newRow("Debian's prompt") << QByteArray("root@n1:~# ip a\nx\nme@n1.example.org:/etc/cni$ arp -n\ny\n")
        << QStringList{"n1> ip a = 2-2", "n1.example.org> arp -n = 4-4"};
    QTest::newRow("Container Linux's prompt") << QByteArray("core@n1 ~ $ ip a\nx\n") << QStringList{"n1> ip a = 2-2"};
    QTest::newRow("SUSE's prompt") << QByteArray("n1:~ # ip a\nx\n") << QStringList{"n1> ip a = 2-2"};
    QTest::newRow("an environment in front") << QByteArray("(venv) [root@n1 ~]# ip a\nx\n") << QStringList{"n1> ip a = 2-2"};
    QTest::newRow("no host in the prompt") << QByteArray("# ip a\nx\n# ip r\ny\n") << QStringList{"> ip a = 2-2", "> ip r = 4-4"};
    QTest::newRow("a dollar") << QByteArray("$ kubectl get pods\nx\n") << QStringList{"> kubectl get pods = 2-2"};
    QTest::newRow("zsh on a Mac") << QByteArray("me@MacBook ~ % kubectl get pods\nx\n") << QStringList{"MacBook> kubectl get pods = 2-2"};
    QTest::newRow("an arrow and a program with options") << QByteArray("❯ fleet -a ip r\nx\n") << QStringList{"> fleet -a ip r = 2-2"};
    QTest::newRow("an arrow, a folder and a program with options") << QByteArray("➜  ~ fleet all -a ip r\nx\n") << QStringList{"> fleet all -a ip r = 2-2"};
    QTest::newRow("an arrow, a path and a program with options") << QByteArray("➜  /srv fleet -a ip r\nx\n") << QStringList{"> fleet -a ip r = 2-2"};
    QTest::newRow("an arrow, somebody and a program with options") << QByteArray("➜ me@fir ~ fleet -a ip r\nx\n") << QStringList{"fir> fleet -a ip r = 2-2"};
    QTest::newRow("oh my zsh") << QByteArray("➜  ~ git:(main) kubectl get pods\nx\n") << QStringList{"> kubectl get pods = 2-2"};
    QTest::newRow("PowerShell") << QByteArray("PS C:\\Users\\me> kubectl get pods\nx\n") << QStringList{"> kubectl get pods = 2-2"};
    QTest::newRow("bash -x") << QByteArray("+ ip a\nx\n+ ip r\ny\n") << QStringList{"> ip a = 2-2", "> ip r = 4-4"};
    QTest::newRow("headings of a script") << QByteArray("===== ip a =====\nx\n===== ip r =====\ny\n") << QStringList{"> ip a = 2-2", "> ip r = 4-4"};
    QTest::newRow("indented, as in a blog") << QByteArray("    [root@n1 ~]# ip a\n    x\n") << QStringList{"n1> ip a = 2-2"};
    QTest::newRow("Windows' line ends") << QByteArray("[root@n1 ~]# ip a\r\nx\r\n") << QStringList{"n1> ip a = 2-2"};
    QTest::newRow("colours and bracketed paste") << QByteArray("\x1b[?2004h\x1b[01;32mroot@n1\x1b[00m:\x1b[01;34m~\x1b[00m# ip a\r\n\x1b[?2004l\rx\r\n")
        << QStringList{"n1> ip a = 2-2"};

    // What is no prompt.
    QTest::newRow("comments are no prompts") << QByteArray("[root@n1 ~]# iptables-save\n# Generated by iptables-save\n*nat\n# ip comment\n")
        << QStringList{"n1> iptables-save = 2-4"};
    QTest::newRow("no prompt at all") << QByteArray("1: lo: <LOOPBACK>\n") << QStringList{"prose 1-1"};
    QTest::newRow("nothing") << QByteArray() << QStringList{};
    QTest::newRow("Enter") << QByteArray("[root@n1 ~]# \n[root@n1 ~]# ip a\nx\n[root@n1 ~]# \n") << QStringList{"n1> ip a = 3-3"};

    // Prose.
    QTest::newRow("Chinese between commands") << QByteArray("先看网桥:\n\n[root@n1 ~]# brctl show\nx\n\n再看路由,如下:\n\n[root@n1 ~]# ip r\ny\n注意，这是第二条\n")
        << QStringList{"n1> brctl show = 4-4", "n1> ip r = 9-9", "prose 1-1", "prose 6-6", "prose 10-10"};
    QTest::newRow("English between commands") << QByteArray("[root@n1 ~]# ip r\ny\n\nAs you can see, the default route leads to eth0.\n")
        << QStringList{"n1> ip r = 2-2", "prose 4-4"};
    QTest::newRow("Markdown's fences") << QByteArray("Look:\n```\n[root@n1 ~]# ip r\ny\n```\nand then\n") << QStringList{"n1> ip r = 4-4", "prose 1-2", "prose 5-6"};
    QTest::newRow("a table translated into Chinese is output") << QByteArray("[root@n1 ~]# route -n\n内核 IP 路由表\n目标 网关\n")
        << QStringList{"n1> route -n = 2-3"};
    QTest::newRow("blank lines within output stay") << QByteArray("[root@n1 ~]# ifconfig\neth0: flags\n\nlo: flags\n\n") << QStringList{"n1> ifconfig = 2-4"};

    // The shell's words.
    QTest::newRow("quotes and pipes") << QByteArray("[root@n1 ~]# ip link show | egrep \"veth\" | awk -F\":\" '{print $1\": \"$2}'\n14: x\n")
        << QStringList{"n1> ip link show | egrep veth | awk -F: '{print $1\": \"$2}' = 2-2"};
    QTest::newRow("sudo, a path, a variable in front") << QByteArray("me@n1:~$ LANG=C sudo -E /sbin/ip a 2>/dev/null\nx\n") << QStringList{"n1> ip a = 2-2"};
    QTest::newRow("busybox") << QByteArray("/ # busybox arp -n\nx\n") << QStringList{"> arp -n = 2-2"};
    QTest::newRow("into a file") << QByteArray("[root@n1 ~]# ip a > a.txt\n[root@n1 ~]# ip r | tee r.txt\nx\n") << QStringList{"n1> ip r | tee r.txt = 3-3"};
    QTest::newRow("into a file, and another behind it") << QByteArray("[root@n1 ~]# ip a > a.txt; ip r\nx\n") << QStringList{"n1> ip r = 2-2"};
    QTest::newRow("in a shell, into a file, and others behind it") << QByteArray("[root@n1 ~]# sh -c 'ip a > a.txt; ip r; arp -n'\nx\n") << QStringList{"n1> ip r = 2-2", "n1> arp -n = 2-2 continued"};
    QTest::newRow("several on one line") << QByteArray("[root@n1 ~]# ip a; ip r && arp -n\nx\ny\n")
        << QStringList{"n1> ip a = 2-3", "n1> ip r = 2-3 continued", "n1> arp -n = 2-3 continued"};
    QTest::newRow("a line continued") << QByteArray("[root@n1 ~]# sysctl net.ipv4.ip_forward \\\n> net.ipv4.conf.all.rp_filter\nx\n")
        << QStringList{"n1> sysctl net.ipv4.ip_forward net.ipv4.conf.all.rp_filter = 3-3"};
    QTest::newRow("a comment behind") << QByteArray("[root@n1 ~]# ip a # addresses\nx\n") << QStringList{"n1> ip a = 2-2"};
    QTest::newRow("a loop over words") << QByteArray("[root@n1 ~]# for i in a b; do ip netns exec $i ip a; done\nx\n")
        << QStringList{"n1/a> ip a = 2-2", "n1/b> ip a = 2-2 continued"};
    QTest::newRow("a loop over numbers") << QByteArray("[root@n1 ~]# for i in {1..2}; do ssh node$i ip r; done\nx\n")
        << QStringList{"node1> ip r = 2-2", "node2> ip r = 2-2 continued"};
    QTest::newRow("a loop that says its rounds") << QByteArray("[root@n1 ~]# for i in $(ip netns list); do echo \"== $i ==\"; ip netns exec $i ip r; done\n== a ==\nx\n== b ==\ny\nz\n")
        << QStringList{"n1> echo '== a ==' = 2-3", "n1/a> ip r = 2-3 continued", "n1> echo '== b ==' = 4-6", "n1/b> ip r = 4-6 continued"};
    QTest::newRow("a loop that does not") << QByteArray("[root@n1 ~]# for i in $(ip netns list); do ip netns exec $i ip r; done\nx\n") << QStringList{"n1> for i = 2-2"};

    // Sessions inside sessions.
    QTest::newRow("kubectl exec … sh") << QByteArray("[root@n1 ~]# kubectl exec -it tea -n shop -c web -- sh\n/ $ ip a\nx\n/ $ exit\n[root@n1 ~]# ip a\ny\n")
        << QStringList{"n1/shop/tea:web> sh = -", "n1/shop/tea:web> ip a = 3-3", "n1/shop/tea:web> exit = -", "n1> ip a = 6-6"};
    QTest::newRow("closed by the outer prompt") << QByteArray("[root@n1 ~]# kubectl exec -it tea -- sh\n/ $ ip a\nx\n[root@n1 wp]# ip a\ny\n")
        << QStringList{"n1/tea> sh = -", "n1/tea> ip a = 3-3", "n1> ip a = 5-5"};
    QTest::newRow("a pod's own bash") << QByteArray("root@n1:~# kubectl exec -it tea -- bash\nroot@tea:/# ip a\nx\nroot@n1:~# ip a\ny\n")
        << QStringList{"n1/tea> bash = -", "n1/tea> ip a = 3-3", "n1> ip a = 5-5"};
    QTest::newRow("the shell did not open") << QByteArray("[root@n1 ~]# kubectl exec -it tea -- sh\nError from server (NotFound): pods \"tea\" not found\n[root@n1 ~]# ip a\ny\n")
        << QStringList{"n1/tea> sh = 2-2", "n1> ip a = 4-4"};
    QTest::newRow("one command in a pod") << QByteArray("[root@n1 ~]# kubectl -n shop exec tea -- ip a\nx\n") << QStringList{"n1/shop/tea> ip a = 2-2"};
    QTest::newRow("the old way without dashes") << QByteArray("[root@n1 ~]# kubectl exec tea ip a\nx\n") << QStringList{"n1/tea> ip a = 2-2"};
    QTest::newRow("sh -c in a pod") << QByteArray("[root@n1 ~]# kubectl exec tea -- sh -c 'ip a; ip r'\nx\n")
        << QStringList{"n1/tea> ip a = 2-2", "n1/tea> ip r = 2-2 continued"};
    QTest::newRow("ip netns exec") << QByteArray("[root@n1 ~]# ip netns exec tea ip a\nx\n[root@n1 ~]# ip -n tea r\ny\n")
        << QStringList{"n1/tea> ip a = 2-2", "n1/tea> ip r = 4-4"};
    QTest::newRow("a shell in a namespace has the same prompt") << QByteArray("[root@n1 ~]# ip netns exec tea bash\n[root@n1 ~]# ip a\nx\n[root@n1 ~]# exit\nexit\n[root@n1 ~]# ip a\ny\n")
        << QStringList{"n1/tea> bash = -", "n1/tea> ip a = 3-3", "n1/tea> exit = 5-5", "n1> ip a = 7-7"};
    QTest::newRow("nsenter") << QByteArray("[root@n1 ~]# nsenter -t 4711 -n ip a\nx\n[root@n1 ~]# nsenter --net=/var/run/netns/cni-1 ip a\ny\n[root@n1 ~]# nsenter -t 1 -n ip a\nz\n")
        << QStringList{"n1/pid 4711> ip a = 2-2", "n1/cni-1> ip a = 4-4", "n1> ip a = 6-6"};
    QTest::newRow("docker exec of a pod's container") << QByteArray("[root@n1 ~]# docker exec -it k8s_web_tea-1_shop_9f_0 ip a\nx\n")
        << QStringList{"n1/shop/tea-1:web> ip a = 2-2"};
    QTest::newRow("where a command was typed") << QByteArray("$ ip a (on n1)\nx\n$ ip r # from worker n2\ny\n$ ip r (node3)\nz\n$ ip r\nv\n")
        << QStringList{"n1> ip a = 2-2", "n2> ip r = 4-4", "node3> ip r = 6-6", "> ip r = 8-8"};
    QTest::newRow("other notes") << QByteArray("$ ip a (n1)\nx\n$ ip r # in box\ny\n$ ip r (in container)\nz\n[root@n4 ~]# ip r (on n1)\nv\n")
        << QStringList{"> ip a (n1) = 2-2", "> ip r = 4-4", "> ip r (in container) = 6-6", "n4> ip r = 8-8"};
    QTest::newRow("a prompt alone prints nothing") << QByteArray("[root@n1 ~]# \n\nfir\ndefault via 192.0.2.1 dev eth0\n") << QStringList{"prose 3-4"};
    QTest::newRow("prompts in pods") << QByteArray("root@web-76bf4969df-6h5kd:/# ip a\nx\nroot@web-1321332330-6td2z:/# ip a\ny\nroot@web-132133-6td2z:/# ip a\nz\n")
        << QStringList{"/web-76bf4969df-6h5kd> ip a = 2-2", "/web-1321332330-6td2z> ip a = 4-4", "web-132133-6td2z> ip a = 6-6"};
    QTest::newRow("prompts of machines that nobody named") << QByteArray("[root@localhost ~]# ip a\nx\n[root@bogon ~]# ip a\ny\n[root@bogon ~]# ssh 192.0.2.7\nroot@localhost:~# ip r\nz\n")
        << QStringList{"> ip a = 2-2", "> ip a = 4-4", "192.0.2.7> sh = -", "192.0.2.7> ip r = 7-7"};
    QTest::newRow("docker run") << QByteArray("[root@n1 ~]# docker run -it --rm -p 80:80 registry.example:5000/tools/net-test:1.2 ip a\nx\n") << QStringList{"n1/net-test> ip a = 2-2"};
    QTest::newRow("docker run with a name") << QByteArray("[root@n1 ~]# docker run --name probe -v /a:/b busybox@sha256:9f ip a\nx\n") << QStringList{"n1/probe> ip a = 2-2"};
    QTest::newRow("docker run in the host's network") << QByteArray("[root@n1 ~]# docker run --net=host busybox ip a\nx\n[root@n1 ~]# podman run --network host busybox ip r\ny\n")
        << QStringList{"n1> ip a = 2-2", "n1> ip r = 4-4"};
    QTest::newRow("docker run that stays in the background") << QByteArray("[root@n1 ~]# docker run -d busybox ip a\nx\n") << QStringList{"n1> docker run -d busybox ip a = 2-2"};
    QTest::newRow("docker run without a command") << QByteArray("[root@n1 ~]# docker run busybox\nx\n") << QStringList{"n1> docker run busybox = 2-2"};
    QTest::newRow("a node of kind is a container") << QByteArray("$ docker exec -it kind-worker2 bash\nroot@kind-worker2:/# ip a\nx\n")
        << QStringList{"kind-worker2> bash = -", "kind-worker2> ip a = 3-3"};
    QTest::newRow("crictl exec") << QByteArray("[root@n1 ~]# crictl exec -it 4f3a ip a\nx\n") << QStringList{"n1/4f3a> ip a = 2-2"};
    QTest::newRow("ssh") << QByteArray("[root@n1 ~]# ssh root@172.27.16.10\nLast login: Mon\n[root@VM-16-10-centos ~]# ip a\nx\n[root@VM-16-10-centos ~]# logout\n[root@n1 ~]# ip r\ny\n")
        << QStringList{"172.27.16.10> sh = 2-2", "VM-16-10-centos> ip a = 4-4", "VM-16-10-centos> logout = -", "n1> ip r = 7-7"};
    QTest::newRow("ssh to nowhere") << QByteArray("[root@n1 ~]# ssh -v\nusage: ssh destination\n") << QStringList{"n1> ssh = 2-2"};
    QTest::newRow("ssh with a command") << QByteArray("[root@n1 ~]# ssh n2 'ip a; ip r'\nx\n") << QStringList{"n2> ip a = 2-2", "n2> ip r = 2-2 continued"};
    QTest::newRow("kubectl debug of a node") << QByteArray("$ kubectl debug node/n1 -it --image=busybox\n/ # chroot /host\nsh-4.4# ip a\nx\n")
        << QStringList{"n1> sh = -", "n1> sh = -", "n1> ip a = 4-4"};
    QTest::newRow("su keeps the machine") << QByteArray("me@n1:~$ sudo -i\nroot@n1:~# ip a\nx\n") << QStringList{"n1> sh = -", "n1> ip a = 3-3"};
    QTest::newRow("a pod's prompt out of nowhere") << QByteArray("root@tea-6fb46d899f-4zkt2:/# ip a\nx\n") << QStringList{"/tea-6fb46d899f-4zkt2> ip a = 2-2"};
    QTest::newRow("two hosts") << QByteArray("[root@n1 ~]# ip a\nx\n[root@n2 ~]# ip a\ny\n") << QStringList{"n1> ip a = 2-2", "n2> ip a = 4-4"};
    QTest::newRow("a quote left open takes nothing with it") << QByteArray("[root@n1 ~]# echo don't\nx\n[root@n1 ~]# ip a\ny\n")
        << QStringList{"n1> echo dont = 2-2", "n1> ip a = 4-4"};
}

void tst_transcript::split()
{
    QFETCH(QByteArray, text);
    QTEST(described(text), "parts");
}

QTEST_GUILESS_MAIN(tst_transcript)
#include "tst_transcript.moc"
