#include <QTest> // first: moc cannot begin with <concepts>

#include "core/facts/facts.h"

using namespace vethscope;

class TestEvidence : public QObject
{
    Q_OBJECT

private slots:
    // Lines keep their numbers, whatever a terminal or an editor put around them.
    void lines_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QStringList>("lines");
        QTest::newRow("empty") << QByteArray() << QStringList();
        QTest::newRow("with and without an end") << QByteArray("a\n\nb") << QStringList{"a", "", "b"};
        QTest::newRow("an end is no line") << QByteArray("a\n") << QStringList{"a"};
        QTest::newRow("Windows line ends") << QByteArray("a\r\nb\r\n") << QStringList{"a", "b"};
        QTest::newRow("doubled carriage returns") << QByteArray("a\r\r\nb") << QStringList{"a", "b"};
        QTest::newRow("byte order mark") << QByteArray("\xef\xbb\xbf" "a") << QStringList{"a"};
        QTest::newRow("tabs stay") << QByteArray("cni0\t\tno") << QStringList{"cni0\t\tno"};
        QTest::newRow("colours of ip -c") << QByteArray("2: \x1b[36meth0\x1b[0m: mtu \x1b[01;32m1500\x1b[K\x1b[0m") << QStringList{"2: eth0: mtu 1500"};
        QTest::newRow("window title") << QByteArray("\x1b]0;root@master:~\x07[root@master ~]# ls") << QStringList{"[root@master ~]# ls"};
        QTest::newRow("window title, string terminator") << QByteArray("\x1b]0;t\x1b\\$ ls") << QStringList{"$ ls"};
        QTest::newRow("title that never ends") << QByteArray("\x1b]0;t\nb") << QStringList{"", "b"};
        QTest::newRow("bracketed paste") << QByteArray("\x1b[?2004h# ip a\x1b[?2004l") << QStringList{"# ip a"};
        QTest::newRow("backspaces") << QByteArray("ip aft\b\b\x1b[Kddr") << QStringList{"ip addr"};
        QTest::newRow("written over") << QByteArray(" 10%\r100%") << QStringList{"100%"};
        QTest::newRow("backspace over a Chinese character") << QByteArray("\xe7\xbd\x91\xe6\xa1\xa5\bx") << QStringList{QString::fromUtf8("\xe7\xbd\x91x")};
        QTest::newRow("escape at the end") << QByteArray("a\x1b") << QStringList{"a"};
        QTest::newRow("cut inside an escape") << QByteArray("a\x1b[3") << QStringList{"a"};
        QTest::newRow("backspace at the beginning") << QByteArray("\b\ba") << QStringList{"a"};
    }

    void lines()
    {
        QFETCH(QByteArray, text);
        const SourceText source("a.txt", text.toStdString());
        QStringList lines;
        for (std::size_t number = 1; number <= source.size(); ++number)
            lines << QString::fromUtf8(source.line(number).data(), static_cast<qsizetype>(source.line(number).size()));
        QTEST(lines, "lines");
    }

    void evidence()
    {
        const auto source = std::make_shared<const SourceText>("a.txt", "one\ntwo\n");
        QCOMPARE(std::string((Evidence{source, 2}).text()), std::string("two"));
        QVERIFY(Evidence{}.text().empty());
        QVERIFY((Evidence{source, 3}).text().empty());
    }

    void hostsAreMadeOnce()
    {
        Facts facts;
        HostFacts &master = facts.host("master");
        HostFacts &pod = facts.host("master", "tea", "default");
        facts.host("master", "tea", "shop").namespaces.emplace_back();
        QVERIFY(&facts.host("master") == &master);
        QVERIFY(&facts.host("master", "tea", "default") == &pod);
        QCOMPARE(facts.hosts.size(), std::size_t(3));
    }

    void hostsNamedLater()
    {
        Facts facts;
        facts.host("").node = "master"; // its `hostname` came behind its first command
        QVERIFY(&facts.host("master") == &facts.hosts.front());
        QVERIFY(&facts.host("") == &facts.hosts.back());
        QCOMPARE(facts.hosts.size(), std::size_t(2));
        facts.hosts.emplace_back().node = "worker";
        QVERIFY(&facts.host("worker") == &facts.hosts.back());
        const Facts copy = facts;
        QVERIFY(copy.hosts.size() == 3);
    }
};

QTEST_APPLESS_MAIN(TestEvidence)
#include "tst_evidence.moc"
