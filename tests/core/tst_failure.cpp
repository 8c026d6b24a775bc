#include "core/snapshot/errnotexts.h"
#include "core/snapshot/failure.h"

#include <QDirIterator>
#include <QDir>
#include <QFile>
#include <QTest>

#include <cerrno>
#include <cstring>

using namespace vethscope;

// What tools print instead of an answer is told from what they print as one, and from what people write.
class tst_failure : public QObject
{
    Q_OBJECT

private slots:
    void failed_data();
    void failed();
    void answered_data();
    void answered();
    void systemCalls();
    void reasons();
    void samples();
};

namespace {

void addRows(const QStringList &lines)
{
    QTest::addColumn<QString>("line");
    for (const QString &line : lines)
        QTest::newRow(qPrintable(line)) << line;
}

} // namespace

void tst_failure::failed_data()
{
    addRows({
        // kubectl, oc, calicoctl
        "Error from server (NotFound): nodes \"elm\" not found",
        "Error from server: etcdserver: request timed out",
        "error: the server doesn't have a resource type \"ippools\"",
        "Error: unknown shorthand flag: 'q' in -q",
        "Unable to connect to the server: x509: certificate has expired or is not yet valid",
        "The connection to the server 192.0.2.1:6443 was refused - did you specify the right host or port?",
        "E0611 08:15:01.204417    4417 memcache.go:265] couldn't get current server API group list: Get \"https://192.0.2.1:6443/api\"",
        "F0611 08:15:01.204417    4417 helpers.go:120] cannot list",
        "command terminated with exit code 126",
        "OCI runtime exec failed: exec failed: unable to start container process: exec: \"ip\": executable file not found in $PATH: unknown",
        "error dialing backend: dial tcp 192.0.2.4:10250: i/o timeout",
        "Error in configuration: context was not found for specified context: lab",
        "error getting resources: rpc error: code = Unavailable desc = closing",
        "error opening config: permission denied",
        "rpc error: code = NotFound desc = no such pod",
        "Hit error: connection is unauthorized: clusterinformations is forbidden",
        "resource does not exist: Node(elm) with error: nodes \"elm\" not found",
        "Failed to execute command: calico datastore is unreachable",
        "bird is not running",
        "Calico Node is not running!",
        "See 'kubectl get -h' for help and examples",
        "Run 'kubectl --help' for usage.",
        // birdc, container runtimes
        "Unable to connect to server control socket (/run/calico/bird.ctl): Connection refused",
        "syntax error, unexpected CF_SYM_UNDEFINED, expecting END",
        "Access denied",
        "FATA[0000] listing pod sandboxes: rpc error: code = DeadlineExceeded",
        "ERRO[0010] getting status of runtime",
        "time=\"2024-06-11T08:15:01Z\" level=fatal msg=\"unable to determine runtime API version\"",
        "time=\"2024-06-11T08:15:01Z\" level=error msg=\"no runtime\"",
        "Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?",
        "Error response from daemon: No such container: web",
        "docker: Error response from daemon: pull access denied",
        "Got permission denied while trying to connect to the Docker daemon socket at unix:///var/run/docker.sock",
        "permission denied while trying to connect to the Docker daemon socket",
        "ctr: failed to dial \"/run/containerd/containerd.sock\": context deadline exceeded",
        // firewall, iproute2, net-tools, ethtool, sysctl
        "iptables v1.8.7 (nf_tables): unknown option \"--list-all\"",
        "iptables v1.8.4 (legacy): host/network `elm' not found",
        "iptables v1.4.21: can't initialize iptables table `nat': Permission denied (you must be root)",
        "iptables: No chain/target/match by that name.",
        "netlink: Error: cache initialization failed: Operation not permitted",
        "Operation not permitted (you must be root)",
        "internal:0:0-0: Error: Could not process rule: No such file or directory",
        "modprobe: FATAL: Module ip_set not found in directory /lib/modules/6.1.0",
        "conntrack v1.4.6 (conntrack-tools): Operation failed: sorry, you must be root",
        "RTNETLINK answers: Operation not supported",
        "Device \"flannel.7\" does not exist.",
        "Cannot find device \"tunl7\"",
        "Object \"adr\" is unknown, try \"ip help\".",
        "Command \"lst\" is unknown, try \"ip route help\".",
        "Dump terminated",
        "Cannot open network namespace \"blue\": No such file or directory",
        "Error: inet prefix is expected rather than \"here\".",
        "bridge br7 does not exist!",
        "can't get info No such device",
        "read of forward table failed: No such device",
        "get bridge ports failed: Operation not supported",
        "ifconfig: SIOCGIFFLAGS: No such device",
        "eth7: error fetching interface information: Device not found",
        "Cannot get device settings: No such device",
        "netlink error: No such device",
        "ss: invalid option -- 'q'",
        "ls: unrecognized option '--frob'",
        "tail: option requires an argument -- 'n'",
        "cp: missing operand",
        "sysctl: cannot stat /proc/sys/net/nothing: No such file or directory",
        "sysctl: permission denied on key 'net.ipv4.tcp_fastopen_key'",
        "sysctl: reading key \"net.ipv6.conf.all.stable_secret\"",
        // ssh, sudo, shells, ansible
        "ssh: connect to host elm port 22: No route to host",
        "ssh: Could not resolve hostname elm: Temporary failure in name resolution",
        "root@elm: Permission denied (publickey,password).",
        "Permission denied (publickey).",
        "Permission denied, please try again.",
        "Host key verification failed.",
        "kex_exchange_identification: Connection closed by remote host",
        "Connection timed out during banner exchange",
        "Connection closed by 192.0.2.7 port 22",
        "Connection reset by 192.0.2.7 port 22",
        "lost connection",
        "scp: /etc/elm.conf: Permission denied",
        "sudo: a password is required",
        "sudo: a terminal is required to read the password; either use the -S option",
        "sudo: no tty present and no askpass program specified",
        "Sorry, try again.",
        "Sorry, user elm is not allowed to execute '/usr/sbin/ip' as root on n7.",
        "elm is not in the sudoers file.  This incident will be reported.",
        "elm is not in the sudoers file.",
        "bash: nft: command not found",
        "/usr/local/bin/dump.sh: line 12: bridge: command not found",
        "sh: 1: brctl: not found",
        "/bin/sh: ethtool: not found",
        "zsh: command not found: crictl",
        "zsh: permission denied: ./x",
        "zsh: no such file or directory: ./x",
        "fish: Unknown command: wg",
        "Command 'brctl' not found, but can be installed with:",
        "-bash: /usr/bin/x: /bin/zx: bad interpreter: No such file or directory",
        "bash: syntax error near unexpected token `('",
        "cat: /etc/cni/net.d/10.conflist: No such file or directory",
        "ls: cannot access '/run/flannel': No such file or directory",
        "curl: (7) Failed to connect to 192.0.2.4 port 80 after 0 ms: Couldn't connect to server",
        "-bash: nft：未找到命令",
        "bash: nft: 未找到命令",
        "sudo: wg：找不到命令",
        "cat: /etc/x: 没有那个文件或目录",
        "bash: /usr/sbin/x: 权限不够",
        "ls: 无法访问'/x': 没有那个文件或目录",
        "ssh: connect to host n7 port 22: 没有到主机的路由",
        "无法连接到服务器：连接超时",
        "错误: 没有这样的资源",
        "错误：没有这样的资源",
        "用法：ip [选项]",
        "bash: test: 用法：test [表达式]",
        "ls: 无效选项 -- q",
        "bash: 语法错误: 未预期的文件结束符",
        "fatal: [n7]: UNREACHABLE! => {\"changed\": false}",
        "n7 | UNREACHABLE! => {",
        "n7 | FAILED | rc=2 >>",
        "non-zero return code",
        "ERROR! the playbook could not be found",
        "ERROR: cannot list",
        "Usage: ip [ OPTIONS ] OBJECT { COMMAND | help }",
        "usage: brctl show",
        "Try 'date --help' for more information.",
        "请尝试执行 \"ls --help\" 来获取更多信息。",
        "Permission denied",
    });
}

void tst_failure::failed()
{
    QFETCH(QString, line);
    QVERIFY(isFailure(line.toStdString()));
}

void tst_failure::answered_data()
{
    addRows({
        "",
        "   ",
        "No resources found in shop namespace.",
        "conntrack v1.4.6 (conntrack-tools): 12 flow entries have been shown.",
        "elm    Ready    <none>   12d   v1.29.4",
        "web-0  0/1   ImagePullBackOff   0   3d",
        "  Warning  Failed  2m  kubelet  Error: ImagePullBackOff",
        "  Warning  FailedMount  2m  kubelet  MountVolume.SetUp failed: no such file or directory",
        "\tError: indented",
        "| 192.0.2.22 | node-to-node mesh | start | 08:15:01 | Active Socket: Connection refused |",
        "Mesh_192_0_2_22 BGP      master   start  08:15:01    Active        Socket: Connection refused",
        "Mesh_192_0_2_23 BGP  ---  start  08:15:01  Connect  Socket: No route to host",
        "2: eth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc mq state UP group default qlen 1000",
        "unreachable 192.0.2.0/24 dev lo metric 1024 error -113",
        "192.0.2.1 dev eth0  FAILED",
        "Jun 11 08:15:01 elm kubelet[812]: E0611 failed to sync pod: connection refused",
        "2024-06-11T08:15:01Z error proxy: connection refused",
        "I0611 08:15:01.204417    4417 main.go:200] network is ready",
        "E06x1 08:15:01.204417    4417 main.go:200] network is ready",
        "E0611 of the lot was made in nobody knows which year it was",
        "time=\"2024-06-11T08:15:01Z\" level=info msg=\"ready\"",
        "Calico process is running.",
        "The pod is not running.",
        "my pod does not exist",
        "If I do this the pod does not exist",
        "we looked at this for an hour and it does not exist",
        "I always get a permission denied",
        "When I run it I get: Permission denied",
        "As you can see: no such file or directory",
        "Unable to reach the pod from the other node",
        "Cannot see what is wrong here.",
        "Failed again today",
        "The connection to the server is slow.",
        "Tips: the linker can be slow, which can't be cached",
        "Name: elm",
        "eth0: connected to a switch",
        "error -113 is what the kernel says",
        "net.ipv4.conf.all.forwarding = 1",
        "Connection to 192.0.2.7 closed.",
        "(7) is the seventh",
        "note: (seven) is a number",
        "Try it again with more than one node and tell us",
        "See 'the other issue'",
        "n7 | SUCCESS | rc=0 >>",
        "n7 | CHANGED | rc=0 >>",
        "the state is | FAILED | here",
        "我在节点上看不到路由",
    });
}

void tst_failure::answered()
{
    QFETCH(QString, line);
    QVERIFY(!isFailure(line.toStdString()));
}

// Any reason that the C library has for a file, a socket or netlink, behind any program's name.
void tst_failure::systemCalls()
{
    for (const int reason : {EPERM, ENOENT, ESRCH, EIO, ENXIO, E2BIG, ENOEXEC, EBADF, EAGAIN, ENOMEM, EACCES, EFAULT, EBUSY, EEXIST, EXDEV, ENODEV, ENOTDIR,
                             EISDIR, EINVAL, ENFILE, EMFILE, ENOTTY, ETXTBSY, EFBIG, ENOSPC, ESPIPE, EROFS, EMLINK, EPIPE, ERANGE, EDEADLK, ENAMETOOLONG,
                             ENOSYS, ENOTEMPTY, ELOOP, ENODATA, ETIME, EPROTO, EBADMSG, EOVERFLOW, ENOTSOCK, EDESTADDRREQ, EMSGSIZE, ENOPROTOOPT,
                             EPROTONOSUPPORT, ESOCKTNOSUPPORT, EOPNOTSUPP, EPFNOSUPPORT, EAFNOSUPPORT, EADDRINUSE, EADDRNOTAVAIL, ENETDOWN,
                             ENETUNREACH, ECONNABORTED, ECONNRESET, ENOBUFS, ENOTCONN, ETIMEDOUT, ECONNREFUSED, EHOSTDOWN, EHOSTUNREACH, EALREADY,
                             EINPROGRESS, ESTALE, EDQUOT, ECANCELED}) {
        const std::string words = std::strerror(reason);
        QVERIFY2(isFailure("frob: /some/thing: " + words), words.c_str());
        QVERIFY2(isFailure(words + "."), words.c_str());
        QVERIFY2(!isFailure("what I saw was " + words), words.c_str());
    }
}

void tst_failure::reasons()
{
    QVERIFY(endsWithErrno("x: PERMISSION DENIED"));
    QVERIFY(endsWithErrno("x: permission denied (are you root?)!"));
    QVERIFY(!endsWithErrno("permission denied or not"));
    QVERIFY(!endsWithErrno("denied"));
    QCOMPARE(beforeErrno("cat: /x: No such file or directory."), std::string_view("cat: /x:"));
    QCOMPARE(beforeErrno("open: No such device or address"), std::string_view("open:"));
    QCOMPARE(beforeErrno("all is well."), std::string_view("all is well."));
    QCOMPARE(beforeErrno("Permission denied (you must be root)"), std::string_view());
}

// Whatever the samples' hosts printed stands; two commands could not do what they were asked for.
void tst_failure::samples()
{
    QStringList failures;
    int lines = 0;
    for (QDirIterator file(VETHSCOPE_SOURCE_DIR "/resources/samples", {"*.txt", "*.json"}, QDir::Files, QDirIterator::Subdirectories); file.hasNext();) {
        QFile text(file.next());
        if (text.fileName().contains("/samples/faults/")) // where it is the point that something fails
            continue;
        QVERIFY(text.open(QIODevice::ReadOnly));
        for (const QByteArray &line : text.readAll().split('\n')) {
            ++lines;
            if (isFailure(line.toStdString()))
                failures << line;
        }
    }
    QVERIFY(lines > 10'000);
    failures.sort();
    QCOMPARE(failures, QStringList({"Error: Nexthop has invalid gateway.", "curl: (28) Connection timed out after 2001 milliseconds"}));
}

QTEST_APPLESS_MAIN(tst_failure)
#include "tst_failure.moc"
