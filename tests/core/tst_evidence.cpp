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
        QTest::newRow("carriage returns alone") << QByteArray("\r\r\nb") << QStringList{"", "b"};
        QTest::newRow("written over in part") << QByteArray("abc\rx") << QStringList{"xbc"};
        QTest::newRow("a backspace too many") << QByteArray("\bab\bc") << QStringList{"ac"};
        QTest::newRow("erased behind the cursor") << QByteArray("abc\b\b\x1b[Kd") << QStringList{"ad"};
        QTest::newRow("erased behind the cursor, said in full") << QByteArray("abc\b\b\x1b[0Kd") << QStringList{"ad"};
        QTest::newRow("erased in front of the cursor, where nothing moves") << QByteArray("abc\b\b\x1b[1Kd") << QStringList{"adc"};
        QTest::newRow("nothing is erased") << QByteArray("abc\b\b\x1b[0md") << QStringList{"adc"};
        QTest::newRow("the first and the last final byte") << QByteArray("a\x1b[@b\x1b[2~c") << QStringList{"abc"};
        QTest::newRow("the first and the last parameter byte") << QByteArray("a\x1b[2 qb\x1b[?hc") << QStringList{"abc"};
        QTest::newRow("character sets") << QByteArray("a\x1b(Bb\x1b)0c") << QStringList{"abc"};
        QTest::newRow("keypad and other short sequences") << QByteArray("a\x1b=b\x1b>c") << QStringList{"abc"};
        QTest::newRow("a bell and other controls") << QByteArray("a\x07" "b\x01" "c\x1f" "d") << QStringList{"abcd"};
        QTest::newRow("backspace over four bytes") << QByteArray("\xf0\x9f\x98\x80\bx") << QStringList{"x"};
        QTest::newRow("no character has five bytes") << QByteArray("\xf0\x9f\x98\x80\x80\bx") << QStringList{QString::fromUtf8("\xf0\x9f\x98\x80x")};
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

    // Other lines in the place of some, and again others in the place of some of those.
    void otherLines()
    {
        const auto shown = [](const SourceText &text) {
            QStringList lines;
            for (std::size_t number = 1; number <= text.size(); ++number)
                lines << QString::fromStdString(std::string(text.line(number)) + "/" + std::string(text.given(number)));
            return lines;
        };
        const SourceText source("a.txt", "1\n2\n3\n4\n5\n"), other = source.with(2, {"b", "c"});
        QCOMPARE(shown(other), (QStringList{"1/1", "b/2", "c/3", "4/4", "5/5"}));
        QCOMPARE(shown(other.with(3, {"C", "D"})), (QStringList{"1/1", "b/2", "C/3", "D/4", "5/5"}));
        QCOMPARE(shown(source), (QStringList{"1/1", "2/2", "3/3", "4/4", "5/5"}));
        QCOMPARE(other.name(), std::string("a.txt"));
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
        // A host that was renamed, and another that was added past this function under the old name.
        facts.hosts[2].node = "elm";
        facts.hosts.emplace_back().node = "worker";
        QVERIFY(&facts.host("worker") == &facts.hosts.back());
        QVERIFY(&facts.host("elm") == &facts.hosts[2]);
        facts.hosts.pop_back();
        const Facts copy = facts;
        QVERIFY(copy.hosts.size() == 3);
    }
};

QTEST_APPLESS_MAIN(TestEvidence)
#include "tst_evidence.moc"
