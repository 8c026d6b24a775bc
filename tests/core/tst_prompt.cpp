#include "core/transcript/prompt.h"

#include <QTest>

using namespace vethscope;

// Prompts, by one line alone: how they are written, who is where, what was typed.
class PromptTest : public QObject
{
    Q_OBJECT

private slots:
    void prompts_data();
    void prompts();
    void names();
    void sure();
    void commands();
};

namespace {

// `user-host root@n1 ip a`, with `?` in front where only the command tells.
QString described(const std::string &line)
{
    const auto prompt = readPrompt(line);
    if (!prompt)
        return "-";
    constexpr std::array names{"brackets", "user-host", "host-path", "path", "shell", "bare", "arrow", "heading", "learned"};
    const auto text = [](std::string_view part) { return QString::fromUtf8(part.data(), static_cast<qsizetype>(part.size())); };
    QStringList words{names.at(static_cast<std::size_t>(prompt->style))};
    if (!prompt->user.empty() || !prompt->host.empty())
        words << text(prompt->user) + "@" + text(prompt->host);
    if (!prompt->typed.empty())
        words << text(prompt->typed);
    return (prompt->doubtful ? "? " : "") + words.join(' ');
}

} // namespace

void PromptTest::prompts_data()
{
    QTest::addColumn<QString>("prompt");

    const auto row = [](const char *line, const char *prompt) { QTest::newRow(line) << QString::fromUtf8(prompt); };
    const auto none = [&](std::initializer_list<const char *> lines) {
        for (const char *line : lines)
            row(line, "-");
    };

    row("[root@master net]# ip a", "brackets root@master ip a");
    row("[root@master net]$ ip a", "brackets root@master ip a");
    row("[root@master net]% ip a", "brackets root@master ip a");
    row("[root@master net]#ip a", "brackets root@master ip a");
    row("[root@master net] # ip a", "brackets root@master ip a");
    row("[root@master net]# odd", "brackets root@master odd");
    row("[root@master net]#", "brackets root@master");
    row("[Mon Jun 01 10:00:00 root@n2 ~]# ip a", "brackets root@n2 ip a");
    row("[root@master:~]# ip a", "brackets root@master ip a");
    row("[master]# ip a", "brackets @master ip a");
    row("[master]# ip 地址", "brackets @master ip 地址");
    row("[master]# odd", "? brackets @master odd");
    row("[master net]# ip a", "brackets @master ip a");
    row("[master:~]# ip a", "brackets @master ip a");
    row("[root]# ip a", "brackets ip a");
    row("[~]# ip a", "brackets ip a");
    row("[/etc/cni]# odd", "? brackets odd");
    none({"[]# ip a", "[ ]# ip a", "[a/b]# ip a", "[-a]# ip a", "[root@master net] ip a", "[root@master net ip a", "root@master net]# ip a", "[root@-x ~]# ip a", "[ro/ot@x ~]# ip a", "[@x ~]# ip a", "[x@ ~]# ip a"});

    row("root@n1:~# ip a", "user-host root@n1 ip a");
    row("me@n1:/etc/cni$ ip a", "user-host me@n1 ip a");
    row("me@n1:/etc/cni% ip a", "user-host me@n1 ip a");
    row("core@n1 ~ $ ip a", "user-host core@n1 ip a");
    row("me@n1:~/x (main)$ odd", "user-host me@n1 odd");
    row("root@n1# ip a", "user-host root@n1 ip a");
    row("root@n1 #ip a", "user-host root@n1 ip a");
    row("root@n1:~#", "user-host root@n1");
    row("root@n1:~#ip a", "user-host root@n1 ip a");
    row("  root@n1:~# ip a  ", "user-host root@n1 ip a");
    none({"admin@n1> ip a", "root@n1:x# ip a", "root@n1 x# ip a", "root@n1;~# ip a", "root@n1~# ip a", "root@n1:~ ip a", "root@:~# ip a", "@n1:~# ip a", "-x@n1:~# ip a", ".x@n1:~# ip a", "root@-n1:~# ip a", "root@n1:#~# ip a"});

    row("n1:~ # ip a", "host-path @n1 ip a");
    row("n1:/etc/cni$ ip a", "host-path @n1 ip a");
    row("n1:~#ip a", "host-path @n1 ip a");
    row("n1# ip a", "host-path @n1 ip a");
    row("n1$ ip a", "host-path @n1 ip a");
    row("n1:~ # odd", "? host-path @n1 odd");
    row("n1:~ # ip 地址", "? host-path @n1 ip 地址");
    none({"n1:x# ip a", "n1:~ x# ip a", "n1:~ ip a", "n1 # ip a", "-n1# ip a", ".n1# ip a", "n1;# ip a", "n1:~% ip a", "n1% ip a", ":~# ip a", "n1"});

    row("sh-4.4# ip a", "shell ip a");
    row("bash-5.1$ ip a", "shell ip a");
    row("bash-5.1$ odd", "shell odd");
    none({"sh-4.4 ip a", "sh-4.4", "sh-4.4% ip a", "zsh-4.4 # ip a", "bash-x ip a"});

    row("/ # ip a", "path ip a");
    row("~ $ ip a", "path ip a");
    row("/etc/cni # odd", "path odd");
    row("/ #", "path");
    none({"/ #ip a", "/ x", "/", "/#", "x #", "/ %", "~~~~ a"});

    row("$", "? bare");
    row("#", "? bare");
    row("$ ip a", "bare ip a");
    row("$ odd", "bare odd");
    row("$ /opt/odd", "bare /opt/odd");
    row("$ (odd)", "? bare (odd)");
    row("# ip a", "bare ip a");
    row("# /sbin/ip a", "bare /sbin/ip a");
    row("# ip;date", "bare ip;date");
    row("# odd", "? bare odd");
    row("# ip 地址", "? bare ip 地址");
    none({"$x", "#x", "% ip a", ""});

    row("➜  ~ kubectl get pods", "arrow kubectl get pods");
    row("❯ ip a", "arrow ip a");
    row("λ ip a", "arrow ip a");
    row("➜", "arrow");
    row("➜ me@fir ~ ip a", "arrow me@fir ip a");
    row("➜ me@ ~ ip a", "arrow ip a");
    row("➜ @fir ~ ip a", "arrow ip a");
    row("➜ a b c d ip a", "arrow ip a");
    row("➜ a b c d e ip a", "arrow e ip a");
    row("❯ fleet -a ip r", "arrow fleet -a ip r");
    row("➜  ~ fleet all -a odd", "arrow fleet all -a odd");
    row("➜  /srv fleet -a odd", "arrow fleet -a odd");
    row("➜ me@fir fleet -a odd", "arrow me@fir fleet -a odd");
    row("PS C:\\Users\\me> ip a", "arrow ip a");
    row("PS C:\\>ip a", "arrow ip a");
    row("C:\\Users> ip a", "arrow ip a");
    row("C:\\>ip a", "arrow ip a");
    none({"PS x", "PSX> a", "C:/x> a", "C:\\", "C:\\x", "C;\\> a", "x> a"});

    row("+ ip a", "heading ip a");
    row("+ odd", "? heading odd");
    row("=== ip a ===", "heading ip a");
    row("--- ip a ---", "heading ip a");
    row("### ip a", "heading ip a");
    row("*** ip a ***", "heading ip a");
    row(">> ip a", "heading ip a");
    row("## x", "? heading x");
    row("==x=", "? heading x");
    none({"+", "+x", "==", "====", "=-= a", "=a==", "##x", "..ip a"});

    // A Python environment in front
    row("(venv) [root@n1 ~]# ip a", "brackets root@n1 ip a");
    row("(venv) root@n1:~# ip a", "user-host root@n1 ip a");
    none({"(venv)root@n1:~# ip a", "venv) root@n1:~# ip a"});
}

void PromptTest::prompts()
{
    QTEST(described(QTest::currentDataTag()), "prompt");
}

// What hosts and users may be called; how far an environment's name and what stands in brackets may go.
void PromptTest::names()
{
    for (const char letter : std::string_view("azAZ09-_.")) {
        const std::string name = std::string("a") + letter + "a";
        QCOMPARE(described("root@" + name + "# ip a"), QString::fromStdString("user-host root@" + name + " ip a"));
        QCOMPARE(described(name + "@n1# ip a"), QString::fromStdString("user-host " + name + "@n1 ip a"));
    }
    for (const char letter : std::string_view("`{[/^+,=")) {
        const std::string name = std::string("a") + letter + "a";
        QCOMPARE(described("root@" + name + "# ip a"), QString("-"));
        QCOMPARE(described(name + "@n1# ip a"), QString("-"));
    }
    QVERIFY(readPrompt("root@" + std::string(253, 'a') + "# ip a"));
    QVERIFY(!readPrompt("root@" + std::string(254, 'a') + "# ip a"));
    QVERIFY(readPrompt("[" + std::string(199, 'a') + "]# ip a"));
    QVERIFY(!readPrompt("[" + std::string(200, 'a') + "]# ip a"));
    QVERIFY(readPrompt("(" + std::string(38, 'a') + ") root@n1# ip a"));
    QVERIFY(!readPrompt("(" + std::string(39, 'a') + ") root@n1# ip a"));
}

void PromptTest::sure()
{
    for (const char *line : {"root@n1:~#", "[root@n1 ~]# odd", "[n1]# ip a"})
        QVERIFY2(isSurePrompt(line), line);
    for (const char *line : {"[~]# ip a", "n1# ip a", "[n1]# odd", "➜ me@fir ~ ip a", "sh-4.4# ip a", "$ ip a", "words"})
        QVERIFY2(!isSurePrompt(line), line);
    QVERIFY(isUpperHalf("┌──(root㉿n2)-[~]") && isUpperHalf("╭─x"));
    QVERIFY(!isUpperHalf("┌(root㉿n2)") && !isUpperHalf("─┌─"));
}

void PromptTest::commands()
{
    for (const char *word : {"ip", "/sbin/ip", "/usr/sbin/ip", "./ip", "arp", "bash", "kubectl"})
        QVERIFY2(isCommonCommand(word), word);
    for (const char *word : {"", "ipx", "ip/", "xip", "/"})
        QVERIFY2(!isCommonCommand(word), word);
}

QTEST_APPLESS_MAIN(PromptTest)
#include "tst_prompt.moc"
