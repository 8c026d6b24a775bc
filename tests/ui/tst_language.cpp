#include <QTest>

#include "core/capture/packetstore.h"
#include "core/cluster/cluster.h"
#include "core/filter/filter.h"
#include "core/protocols/decodeas.h"
#include "core/protocols/protocols.h"
#include "core/sentence/systemwords.h"
#include "core/session/sessionreader.h"
#include "core/snapshot/snapshot.h"
#include "ui/shared/language.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <algorithm>
#include <cerrno>
#include <string>

using namespace vethscope;

namespace {

QString contentsOf(const QString &path)
{
    QFile file(path);
    return file.open(QFile::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

bool isChinese(const QString &text)
{
    return std::ranges::any_of(text, [](QChar character) { return character.script() == QChar::Script_Han; });
}

// The English texts in a sentence, and in those inside it, that the window's language has no words for.
QStringList leftInEnglish(const Sentence &sentence)
{
    QStringList left;
    sentence.in([&](const char *text) {
        const QString said = QCoreApplication::translate(Sentence::context, text);
        if (said == QString::fromUtf8(text))
            left << said;
        return said.toStdString();
    });
    return left;
}

Sentence words(std::string name)
{
    return Sentence::verbatim(std::move(name));
}

} // namespace

class LanguageTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_language.setCode("zh_CN"); }

    void wordsThatQtHasNot()
    {
        QCOMPARE(QCoreApplication::translate("QAbstractFileIconProvider", "Folder", "All other platforms"), QString("文件夹")); // as Qt's file dialog asks
    }

    void sentence_data()
    {
        QTest::addColumn<Sentence>("sentence");
        QTest::addColumn<QString>("chinese");
        const auto row = [](const Sentence &sentence, const char *chinese) {
            QTest::newRow(sentence.english().c_str()) << sentence << QString::fromUtf8(chinese);
        };
        row(Sentence::of("needs {} bytes, only {} were captured", 8, 6), "需要 8 字节，只捕获到 6 字节");
        row(Sentence::of("{}: {}", words("x.txt"), systemWords(ENOENT)), "x.txt：No such file or directory");
        row(words("the disk has gone away"), "the disk has gone away");
        row(Sentence::of("{} line {}: {}", words("hosts.txt"), 3, Sentence::of("\"{}\" is {}, not {}", words("dst"), Sentence::of("a list"), Sentence::of("a string"))),
            "hosts.txt 第 3 行：\"dst\" 是列表，不是字符串");
        row(Sentence::of("{} is empty (0 bytes), so it holds no packets", words("a: b.pcap")), "a: b.pcap 是空文件（0 字节），没有数据包");
        row(Sentence::of("{}: {}", Sentence::of("standard input"), words("{}")), "标准输入：{}");
        row({}, "");
    }

    void sentence()
    {
        QFETCH(Sentence, sentence);
        QTEST(translated(sentence), "chinese");
        m_language.setCode("en");
        QCOMPARE(translated(sentence), QString::fromStdString(sentence.english()));
    }

    // Whatever is wrong with a filter is said in Chinese: all that tshark refuses too.
    void filterErrors()
    {
        const Registry registry = protocols::registry();
        int refused = 0;
        for (const QString &line : contentsOf(QStringLiteral(VETHSCOPE_SOURCE_DIR "/tests/app/filters/refused.txt")).split('\n')) {
            const auto filter = Filter::compile(line.toStdString(), registry);
            if (filter)
                continue; // an empty line, or one with a caret for the filter above it is refused as well
            ++refused;
            look(filter.error().message);
        }
        QVERIFY(refused > 150);
        const auto doubtful = Filter::compile("k8s.dst.node && tcp || udp", registry);
        QVERIFY(doubtful && doubtful->doubts(false).size() == 2);
        for (const FilterError &doubt : doubtful->doubts(false))
            look(doubt.message);
        look(Filter::givenUpSentence(1));
        look(Filter::givenUpSentence(2));
    }

    void decodeRules()
    {
        const Registry registry = protocols::registry();
        for (const char *rule : {"udp.port", "no.port==1,vxlan", "udp.port==x,vxlan", "udp.port==70000,vxlan", "udp.port==8473,nothing"}) {
            const auto parsed = parseDecodeRule(rule, registry);
            QVERIFY(!parsed);
            look(parsed.error().message);
        }
    }

    // The same of captures and host output that cannot be read.
    void damagedFiles()
    {
        const QString captures = QStringLiteral(VETHSCOPE_SOURCE_DIR "/../shared/captures/malformed");
        if (!QDir(captures).exists())
            QSKIP("the captures are not here");
        int sentences = 0;
        const auto one = [&](const Error &problem) {
            ++sentences;
            look(problem.message);
        };
        for (const QFileInfo &file : QDir(captures).entryInfoList(QDir::Files)) {
            const std::filesystem::path path = file.filePath().toStdString();
            const auto store = PacketStore::open({&path, 1});
            if (!store) {
                one(store.error());
                continue;
            }
            (*store)->waitUntilFinished();
            for (const Error &problem : (*store)->problems())
                one(problem);
            if (const auto snapshot = readSnapshot(path); !snapshot)
                one(snapshot.error());
        }
        QVERIFY(sentences > 50);
    }

    // Commands whose JSON is of another shape, files that hold nothing, two machines in one text.
    void hostOutput()
    {
        int sentences = 0;
        for (const char *text : {"$ ip -j link\n[1, {\"ifname\": 7, \"mtu\": \"big\", \"address\": \"x\", \"flags\": {}}, {\"mtu\": -5, \"ifname\": \"eth0\"}, null, \"a\", true",
                                 "$ ip -j addr\n[{\"ifname\": \"eth0\", \"addr_info\": [7, {\"local\": \"x\"}]}]",
                                 "$ ip -j route\n[{\"dev\": \"eth0\"}, {\"dst\": [[[[[[",
                                 "elm# ip r\n10.0.0.0/24 dev eth0 proto kernel scope link src 10.0.0.1\n\nelm# hostname\noak\n\nelm# hostname\nash\n",
                                 "nothing here that a host would print\n"}) {
            const Snapshot snapshot = readPastedSnapshot(text);
            for (const Error &problem : snapshot.report.problems) {
                ++sentences;
                look(problem.message);
            }
            for (const SkippedFile &skipped : snapshot.report.skipped) {
                ++sentences;
                look(skipped.because);
            }
        }
        QVERIFY(sentences > 5);
    }

    // Lines that contradict each other.
    void problems()
    {
        const std::string first = "elm# ip link\n2: eth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1450 qdisc noqueue state UP mode DEFAULT group default\n"
                                  "    link/ether 52:54:00:00:00:01 brd ff:ff:ff:ff:ff:ff\n";
        const Snapshot snapshot = readPastedSnapshot(first + QString::fromStdString(first).replace("1450", "1500").replace(":01 ", ":02 ").toStdString());
        const Cluster cluster = clusterOf(snapshot.facts);
        QVERIFY(cluster.problems.size() > 1);
        QStringList said;
        for (const Problem &problem : cluster.problems) {
            look(problem.message);
            said << translated(problem.message);
        }
        QVERIFY2(said.contains("elm 上的 eth0 的 MTU 在一行中是 1450，在后面一行中是 1500"), qPrintable(said.join('\n')));
    }

    void sessions()
    {
        QTemporaryDir folder;
        for (const char *text : {"", "no zip", "PK\x03\x04"}) {
            QFile file(folder.filePath("a.vethscope"));
            QVERIFY(file.open(QFile::WriteOnly) && file.write(text) >= 0);
            file.close();
            const auto session = readSession(file.fileName().toStdString());
            QVERIFY(!session);
            look(session.error().message);
        }
    }

    void unknownCodesChangeNothing()
    {
        Language language;
        language.setCode("tlh");
        QCOMPARE(language.code(), QString("en"));
    }

private:
    static void look(const Sentence &sentence)
    {
        QVERIFY2(isChinese(translated(sentence)), sentence.english().c_str());
        QCOMPARE(leftInEnglish(sentence), QStringList());
    }

    Language m_language;
};

QTEST_MAIN(LanguageTest)
#include "tst_language.moc"
