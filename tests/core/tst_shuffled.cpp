#include "tests/support/heldagainst.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <map>

using namespace vethscope;
using namespace vethscope::test;

// Two hundred texts made by machine from the samples' transcripts: the same facts come out, or fewer and said so; never one more, never
// on another host. With VETHSCOPE_SHUFFLED=FOLDER in the environment the texts and what differs are kept there, by their numbers; with
// VETHSCOPE_SHUFFLED_FROM=NUMBER it is two hundred others, of which nothing is known (0: these, with what is known told in full).

namespace {

constexpr unsigned textCount = 200;

struct Sample {
    QList<SampleHost> hosts;
    QList<MachineFacts> facts;
};

const Sample &sampleNumber(unsigned number)
{
    static const char *const names[] = {"flannel-vxlan", "calico-ipip", "flannel-host-gw", "calico-bgp-rr", "flannel-udp", "calico-bgp-mesh"};
    static std::map<unsigned, Sample> samples;
    Sample &sample = samples[number % std::size(names)];
    if (sample.hosts.isEmpty()) {
        sample.hosts = sampleHosts(VETHSCOPE_SOURCE_DIR "/resources/samples/" + QString(names[number % std::size(names)]));
        for (const SampleHost &host : sample.hosts)
            sample.facts += machinesOf(readPastedSnapshot(host.text.toStdString()).facts);
    }
    return sample;
}

void write(const MadeText &made, const QString &folder)
{
    for (const MadeFile &each : made.files) {
        const QString path = folder + "/" + (each.name.isEmpty() ? "pasted.txt" : each.name);
        QDir().mkpath(QFileInfo(path).path());
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(each.text());
    }
}

void writeDifferences(const Differences &differences, const QString &path)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    for (const auto &[what, lines] : {std::pair("invented", differences.invented), std::pair("foreign", differences.foreign),
                                      std::pair("silent", differences.silent), std::pair("missing", differences.missing)})
        for (const QString &line : lines)
            file.write(QByteArray(what) + ": " + line.toUtf8() + '\n');
}

Snapshot readText(const MadeText &made)
{
    if (made.files.first().name.isEmpty())
        return readPastedSnapshot(made.files.first().text().toStdString());
    const QTemporaryDir folder;
    write(made, folder.path());
    return *readSnapshot(folder.path().toStdString());
}

struct Outcome {
    MadeText made;
    Differences differences;
};

const Outcome &outcomeOf(unsigned number)
{
    static std::map<unsigned, Outcome> outcomes;
    const auto [place, isNew] = outcomes.try_emplace(number);
    if (isNew) {
        const unsigned seed = number + static_cast<unsigned>(qEnvironmentVariableIntValue("VETHSCOPE_SHUFFLED_FROM"));
        const Sample &sample = sampleNumber(seed / 3);
        place->second.made = shuffledText(sample.hosts, seed);
        if (const QString folder = qEnvironmentVariable("VETHSCOPE_SHUFFLED"); !folder.isEmpty())
            write(place->second.made, QString("%1/%2").arg(folder).arg(number));
        place->second.differences = heldAgainst(sample.facts, sample.hosts, place->second.made, readText(place->second.made));
        if (const QString folder = qEnvironmentVariable("VETHSCOPE_SHUFFLED"); !folder.isEmpty())
            writeDifferences(place->second.differences, QString("%1/%2.differences").arg(folder).arg(number));
    }
    return place->second;
}

void addRows()
{
    QTest::addColumn<unsigned>("number");
    for (unsigned number = 0; number < textCount; ++number)
        QTest::addRow("%u", number) << number;
}

constexpr char knownFile[] = VETHSCOPE_SOURCE_DIR "/tests/core/shuffled.known";

bool isUpdating()
{
    return qEnvironmentVariableIntValue("VETHSCOPE_UPDATE_GOLDEN") == 1;
}

QByteArrayList readKnown()
{
    QFile file(knownFile);
    return file.open(QIODevice::ReadOnly) ? file.readAll().split('\n') : QByteArrayList();
}

QByteArray sentence(const Outcome &outcome, const char *what, const QStringList &lines)
{
    return QString("%1: %2 %3:\n  %4").arg(outcome.made.kinds).arg(lines.size()).arg(what, lines.first(std::min<qsizetype>(lines.size(), 12)).join("\n  ")).toUtf8();
}

} // namespace

class ShuffledTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (!isUpdating() && !qEnvironmentVariableIsSet("VETHSCOPE_SHUFFLED_FROM"))
            m_known = readKnown();
    }

    void cleanupTestCase()
    {
        if (!isUpdating())
            return;
        QFile file(knownFile);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(m_known.join('\n') + '\n');
    }

    void inventsNothing_data() { addRows(); }
    void inventsNothing() { expectNone("invented", &Differences::invented); }

    void givesNothingToAnotherHost_data() { addRows(); }
    void givesNothingToAnotherHost() { expectNone("on another host", &Differences::foreign); }

    void saysWhatIsMissing_data() { addRows(); }
    void saysWhatIsMissing() { expectNone("missing and not said", &Differences::silent); }

    void missesNothingThatCanBeRead_data() { addRows(); }
    void missesNothingThatCanBeRead()
    {
        QFETCH(unsigned, number);
        if (outcomeOf(number).made.losesNothing)
            expectNone("missing", &Differences::missing);
    }

    // The texts are worth nothing if little comes out of them, or if chance chose few kinds.
    void areOfAllKinds()
    {
        QSet<QString> kinds;
        qsizetype lines = 0;
        for (unsigned number = 0; number < textCount; ++number) {
            const MadeText &made = outcomeOf(number).made;
            for (const QString &kind : made.kinds.split(", "))
                kinds << kind;
            for (const MadeFile &file : made.files)
                lines += file.lines.size();
        }
        QCOMPARE(kinds.size(), 30);
        QVERIFY(lines > 50'000);
    }

private:
    void expectNone(const char *what, QStringList Differences::*lines)
    {
        QFETCH(unsigned, number);
        const Outcome &outcome = outcomeOf(number);
        const QStringList &found = outcome.differences.*lines;
        const QByteArray known = QByteArray(QTest::currentTestFunction()) + ' ' + QByteArray::number(number) + ": " + outcome.made.kinds.toUtf8();
        if (isUpdating()) {
            if (!found.isEmpty())
                m_known << known;
            return;
        }
        if (m_known.contains(known))
            QEXPECT_FAIL("", known, Abort);
        QVERIFY2(found.isEmpty(), sentence(outcome, what, found));
    }

    QByteArrayList m_known;
};

QTEST_GUILESS_MAIN(ShuffledTest)
#include "tst_shuffled.moc"
