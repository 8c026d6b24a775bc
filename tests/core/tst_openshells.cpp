#include "core/transcript/openshells.h"

#include <QTest>

using namespace vethscope;

// Who is behind a prompt, while shells are opened inside one another and left.
class OpenShellsTest : public QObject
{
    Q_OBJECT

private slots:
    void inside();
    void anotherMachine();
    void samePrompt();
    void outOfNowhere();
    void headings();
};

namespace {

const Prompt fir{.style = PromptStyle::UserHost, .user = "root", .host = "fir"}, oak{.style = PromptStyle::UserHost, .user = "root", .host = "oak"}, path{.style = PromptStyle::Path},
    shell{.style = PromptStyle::Shell};
const Session tea{.node = "fir", .pod = "tea", .podNamespace = "shop"};

QString at(OpenShells &shells, const Prompt &prompt)
{
    const Session &session = shells.at(prompt);
    return QString::fromStdString(session.node + (session.pod.empty() ? "" : "/" + session.pod));
}

} // namespace

// `kubectl exec`, and within it a shell more; the outer prompt closes both.
void OpenShellsTest::inside()
{
    OpenShells shells;
    QVERIFY(!shells.awaitsPrompt() && !shells.isOwn(fir));
    QCOMPARE(at(shells, fir), QString("fir"));
    QVERIFY(shells.isOwn(fir) && !shells.isOwn(oak) && !shells.isOwn(path));
    shells.open({.session = tea, .opensShell = true, .samePrompt = false});
    QVERIFY(shells.awaitsPrompt());
    QCOMPARE(at(shells, path), QString("fir/tea"));
    QVERIFY(!shells.awaitsPrompt() && shells.isOwn(path) && shells.isOwn(fir));
    shells.open({.session = {.node = "fir", .pod = "cup"}, .opensShell = true, .samePrompt = false});
    QCOMPARE(at(shells, shell), QString("fir/cup"));
    QCOMPARE(at(shells, path), QString("fir/tea"));
    QVERIFY(!shells.isOwn(shell));
    QCOMPARE(at(shells, fir), QString("fir"));
    QVERIFY(!shells.isOwn(path));
    // A shell that did not open: its prompt never came.
    shells.open({.session = tea, .opensShell = true, .samePrompt = false});
    QCOMPARE(at(shells, fir), QString("fir"));
    QVERIFY(!shells.awaitsPrompt());
    // `exit` leaves the last, and not the first.
    shells.open({.session = tea, .opensShell = true, .samePrompt = false});
    QCOMPARE(at(shells, path), QString("fir/tea"));
    shells.close();
    shells.close();
    QVERIFY(shells.isOwn(fir) && !shells.isOwn(path));
}

// `ssh 192.0.2.8` is answered by a machine that tells its name; a pod's own host name is none of a machine.
void OpenShellsTest::anotherMachine()
{
    OpenShells shells;
    QCOMPARE(at(shells, fir), QString("fir"));
    shells.open({.session = {.node = "192.0.2.8"}, .opensShell = true, .samePrompt = false});
    QCOMPARE(at(shells, oak), QString("oak"));
    QCOMPARE(at(shells, fir), QString("fir"));
    shells.open({.session = {.node = "192.0.2.8"}, .opensShell = true, .samePrompt = false});
    QCOMPARE(at(shells, path), QString("192.0.2.8"));
    QCOMPARE(at(shells, fir), QString("fir"));
    shells.open({.session = tea, .opensShell = true, .samePrompt = false});
    QCOMPARE(at(shells, {.style = PromptStyle::UserHost, .user = "root", .host = "tea"}), QString("fir/tea"));
}

// `su`, or a shell in a namespace: the prompt that comes next is its own, though it looks like the outer one.
void OpenShellsTest::samePrompt()
{
    OpenShells shells;
    QCOMPARE(at(shells, fir), QString("fir"));
    shells.open({.session = tea, .opensShell = true});
    QCOMPARE(at(shells, fir), QString("fir/tea"));
    QCOMPARE(at(shells, fir), QString("fir/tea"));
    shells.close();
    QCOMPARE(at(shells, fir), QString("fir"));
    // A machine keeps its name in such a shell, whatever its prompt shows.
    shells.open({.session = {.node = "fir"}, .opensShell = true});
    QCOMPARE(at(shells, oak), QString("fir"));
}

void OpenShellsTest::outOfNowhere()
{
    OpenShells shells;
    QCOMPARE(at(shells, {.style = PromptStyle::UserHost, .user = "root", .host = "web-6fb46d899f-4zkt2"}), QString("/web-6fb46d899f-4zkt2"));
    QCOMPARE(at(shells, oak), QString("oak"));
    const Prompt inTea{.style = PromptStyle::UserHost, .user = "root", .host = "tea"};
    QCOMPARE(at(shells, inTea), QString("tea"));
    QCOMPARE(at(shells, fir), QString("fir"));
    shells.open({.session = tea, .opensShell = true, .samePrompt = false});
    QCOMPARE(at(shells, fir), QString("fir"));
    QCOMPARE(at(shells, inTea), QString("/tea")); // a pod of that name was entered
    // Another user or style is another prompt.
    QCOMPARE(at(shells, fir), QString("fir"));
    QVERIFY(!shells.isOwn({.style = PromptStyle::UserHost, .user = "me", .host = "fir"}));
    QVERIFY(!shells.isOwn({.style = PromptStyle::Brackets, .user = "root", .host = "fir"}));
}

// `=== ip addr ===` is of whoever was there before.
void OpenShellsTest::headings()
{
    const Prompt heading{.style = PromptStyle::Heading};
    OpenShells shells;
    QCOMPARE(at(shells, heading), QString(""));
    QVERIFY(shells.isOwn(heading));
    QCOMPARE(at(shells, fir), QString("fir"));
    QCOMPARE(at(shells, heading), QString("fir"));
    QVERIFY(shells.isOwn(fir) && !shells.isOwn(heading));
}

QTEST_APPLESS_MAIN(OpenShellsTest)
#include "tst_openshells.moc"
