#include "tests/support/packets.h"
#include "tests/support/programs.h"
#include "tests/support/tshark.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <memory>

using namespace vethscope::test;

// Every value of every field that Vethscope and tshark both know, compared frame by frame: the sample captures have to
// agree to the last value, the shared corpus to the shares that were reached, over the fields that scripts use
// (script_fields.txt) and over all.

namespace {

// Floors: what was reached, malformed files left out.
constexpr double samplesShare = 1;
constexpr double scriptFieldsShare = 0.988; // reached: 99.02 %
constexpr double allFieldsShare = 0.978;     // reached: 98.01 %

const QString cli = QStringLiteral(VETHSCOPE_BINARY_DIR "/vethscope-cli");
const QString samples = QStringLiteral(VETHSCOPE_SOURCE_DIR "/resources/samples");
const QString corpus = QStringLiteral(VETHSCOPE_SOURCE_DIR "/../shared/captures");

QStringList scriptFields()
{
    QFile file(QStringLiteral(VETHSCOPE_SOURCE_DIR "/tests/app/script_fields.txt"));
    QStringList names;
    if (file.open(QIODevice::ReadOnly))
        for (QString line; !file.atEnd();)
            if (line = QString::fromUtf8(file.readLine()).trimmed(); !line.startsWith('#'))
                names += line.split(' ', Qt::SkipEmptyParts);
    return names;
}

// What the packets before a frame tell is asked for in tst_tsharkflows, with tshark's analysis of TCP.
bool isAnalysis(std::string_view name)
{
    return registry().find(name).front().stateful() && !name.ends_with(".stream");
}

struct Comparison {
    Tallies fields;
    Tallies protocols; // found by both in the same frame, or not
    Tallies files;
};

void add(Comparison &to, const Comparison &more)
{
    add(to.fields, more.fields);
    add(to.protocols, more.protocols);
    add(to.files, more.files);
}

// A difference that is meant.
struct Deliberate {
    const char *field;
    const char *reason;
    bool (*is)(const QByteArray &theirs, const QByteArray &ours);
};

const Deliberate deliberate[] = {
    {"frame.protocols", "Vethscope does not look into the payloads of HTTP: what it does name is the same",
     [](const QByteArray &theirs, const QByteArray &ours) {
         static const QSet<QByteArray> payloads{"data-text-lines", "json", "xml", "media", "urlencoded-form", "image-gif", "image-jfif", "png"};
         return theirs.startsWith(ours + ':') && payloads.contains(theirs.sliced(ours.size() + 1).split(':').first());
     }},
    {"frame.protocols", "tshark dissects IGMP by version in two steps and names it for each",
     [](const QByteArray &theirs, const QByteArray &ours) { return theirs.contains(":igmp:igmp") && QByteArray(theirs).replace(":igmp:igmp", ":igmp") == ours; }},
    {"dhcp.option.type", "tshark 4.0 gives the End option the number 0; on the wire it is 255",
     [](const QByteArray &theirs, const QByteArray &ours) { return ours.endsWith(",255") && theirs == ours.chopped(3) + '0'; }},
    {"frame.protocols", "tshark comes to FabricPath through Ethernet's heuristics and names eth for it, though no Ethernet header is there",
     [](const QByteArray &theirs, const QByteArray &ours) { return ours.startsWith("cfp:") && theirs.startsWith("eth:" + ours); }},
    {"cfp.eid", "tshark 4.0 says 0 of every End Node ID",
     [](const QByteArray &theirs, const QByteArray &) { return theirs == "0" || theirs == "0,0"; }},
    {"tcp.seq_raw", "of a TCP header that an ICMP error quotes in part, tshark calls the raw number tcp.seq, having no conversation to count from",
     [](const QByteArray &theirs, const QByteArray &ours) { return theirs.isEmpty() && !ours.isEmpty(); }},
};

bool isDeliberate(const QString &field, const QByteArray &theirs, const QByteArray &ours)
{
    return std::ranges::any_of(deliberate, [&](const Deliberate &known) { return field == QLatin1String(known.field) && known.is(theirs, ours); });
}

QSet<QByteArray> namesIn(const QByteArray &chain)
{
    const QList<QByteArray> names = chain.split(':');
    return {names.begin(), names.end()};
}

// To tshark, blocks of pcapng that hold no packet (custom ones, say) are frames too, though of no link type. They take part
// in what is counted from frame to frame.
const QStringList countedFields{"frame.number", "frame.time_delta", "frame.time_delta_displayed", "frame.time_relative"};

qsizetype removeOtherBlocks(QList<QByteArray> &lines, const QStringList &fields)
{
    const qsizetype linkType = fields.indexOf("frame.encap_type");
    return linkType < 0 ? 0 : lines.removeIf([&](const QByteArray &line) {
        return !line.isEmpty() && line.split('\t').value(linkType).isEmpty();
    });
}

Comparison compare(const Tshark &tshark, const QString &file, const QStringList &fields)
{
    QStringList asked{"dump", "-r", file, "-T", "fields"};
    for (const QString &field : fields)
        asked << "-e" << field;
    QList<QByteArray> theirs = tshark.fields(file, fields);
    const bool otherBlocks = removeOtherBlocks(theirs, fields) > 0;
    const QList<QByteArray> ours = outputOf(cli, asked).split('\n');

    Comparison result;
    const QString name = QFileInfo(file).fileName();
    for (qsizetype frame = 0; frame < std::max(theirs.size(), ours.size()); ++frame) {
        const QList<QByteArray> left = theirs.value(frame).split('\t');
        const QList<QByteArray> right = ours.value(frame).split('\t');
        const auto difference = [&](const QByteArray &expected, const QByteArray &actual) {
            return QStringLiteral("%1 frame %2: tshark \"%3\", vethscope \"%4\"")
                .arg(name).arg(frame + 1).arg(QString::fromUtf8(expected.left(120)), QString::fromUtf8(actual.left(120)));
        };
        for (qsizetype i = 0; i < fields.size(); ++i) {
            const QByteArray expected = left.value(i);
            const QByteArray actual = right.value(i);
            if ((expected.isEmpty() && actual.isEmpty()) || (otherBlocks && countedFields.contains(fields[i])))
                continue;
            const bool equal = expected == actual || isDeliberate(fields[i], expected, actual);
            const auto thisDifference = [&] { return difference(expected, actual); };
            result.fields[fields[i]].add(equal, thisDifference);
            result.files[name].add(equal, [] { return QString(); });
            if (fields[i] != "frame.protocols")
                continue;
            const QSet<QByteArray> found = namesIn(actual);
            for (const QByteArray &protocol : namesIn(expected) + found)
                if (!protocol.isEmpty() && registry().protocol(std::string_view(protocol.constData(), static_cast<std::size_t>(protocol.size()))))
                    result.protocols[QString::fromUtf8(protocol)].add(namesIn(expected).contains(protocol) == found.contains(protocol), thisDifference);
        }
    }
    return result;
}

Comparison compareAll(const Tshark &tshark, const QStringList &files, const QStringList &fields)
{
    return sumOver<Comparison>(files, [&](const QString &file) { return compare(tshark, file, fields); });
}

QString percent(const Tally &tally)
{
    return QStringLiteral("%1 of %2 values, %3 %").arg(tally.same).arg(tally.values).arg(100 * tally.share(), 0, 'f', 3);
}

Tally sumOf(const Tallies &tallies)
{
    Tally sum;
    for (const Tally &tally : tallies)
        sum.add(tally);
    return sum;
}

Tallies only(const Tallies &tallies, const QStringList &names)
{
    Tallies chosen;
    for (const QString &name : names)
        if (tallies.contains(name))
            chosen[name] = tallies[name];
    return chosen;
}

// Those that differ most often, with an example each.
void printWorst(const Tallies &tallies, qsizetype count)
{
    QStringList names;
    for (auto it = tallies.begin(); it != tallies.end(); ++it)
        if (it->different() > 0)
            names << it.key();
    std::ranges::stable_sort(names, std::greater{}, [&](const QString &name) { return tallies[name].different(); });
    for (const QString &name : names.first(std::min(names.size(), count)))
        qInfo("%6d differ  %s: %s", tallies[name].different(), qPrintable(name), qPrintable(tallies[name].example));
}

void printByProtocol(const Tallies &tallies)
{
    Tallies byProtocol;
    for (auto field = tallies.begin(); field != tallies.end(); ++field)
        byProtocol[field.key().section('.', 0, 0)].add(field.value());
    for (auto protocol = byProtocol.begin(); protocol != byProtocol.end(); ++protocol)
        qInfo("%-10s %s", qPrintable(protocol.key()), qPrintable(percent(protocol.value())));
}

} // namespace

class TsharkTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        NEEDS_PROGRAMS("tshark");
        m_tshark = std::make_unique<Tshark>();
        m_scriptFields = scriptFields();
        for (std::string_view name : registry().names())
            if (const QByteArray text(name.data(), static_cast<qsizetype>(name.size()));
                !registry().find(name).empty() && m_tshark->names().contains(text) && !isAnalysis(name))
                m_fields << QString::fromLatin1(text);
        for (const QString &name : m_scriptFields)
            if (!m_fields.contains(name))
                qInfo("not known yet: %s", qPrintable(name));
        QVERIFY2(m_scriptFields.size() > 200, qPrintable(QString::number(m_scriptFields.size())));
        QVERIFY2(m_fields.size() > 1500, qPrintable(QString::number(m_fields.size())));
    }

    void samplesAgreeToTheLastValue()
    {
        const QStringList files = capturesBelow(samples);
        QVERIFY(!files.isEmpty());
        const Comparison comparison = compareAll(*m_tshark, files, m_fields);
        const Tally sum = sumOf(comparison.fields);
        qInfo("%d fields in %d sample captures: %s", int(m_fields.size()), int(files.size()), qPrintable(percent(sum)));
        qInfo("the protocols found there: %s", qPrintable(percent(sumOf(comparison.protocols))));
        printWorst(comparison.fields, 20);
        QVERIFY(sum.values > 100'000);
        QVERIFY2(sum.share() >= samplesShare, qPrintable(percent(sum)));
        const Tally first = sumOf(compareAll(*m_tshark, files.filter(QStringLiteral("/flannel-vxlan/")), m_fields).fields);
        QVERIFY(first.values > 100'000);
        QCOMPARE(first.same, first.values);
    }

    void corpusAgreesAsReached()
    {
        const QStringList files = capturesBelow(corpus).filter(QRegularExpression("^(?!.*/malformed/)"));
        if (files.isEmpty())
            QSKIP("no corpus beside the sources");
        const Comparison comparison = compareAll(*m_tshark, files, m_fields);
        const Tallies chosen = only(comparison.fields, m_scriptFields);
        printByProtocol(comparison.fields);
        printWorst(comparison.fields, 30);
        printWorst(comparison.files, 12);
        printWorst(comparison.protocols, 12);
        qInfo("The %d fields that scripts use, protocol by protocol:", int(m_scriptFields.size()));
        printByProtocol(chosen);
        printWorst(chosen, 30);
        qInfo("%d captures of the corpus", int(files.size()));
        qInfo("the %d fields that scripts use: %s", int(m_scriptFields.size()), qPrintable(percent(sumOf(chosen))));
        qInfo("all %d fields that both know: %s", int(m_fields.size()), qPrintable(percent(sumOf(comparison.fields))));
        qInfo("the protocols found: %s", qPrintable(percent(sumOf(comparison.protocols))));
        QVERIFY2(sumOf(chosen).share() >= scriptFieldsShare, qPrintable(percent(sumOf(chosen))));
        QVERIFY2(sumOf(comparison.fields).share() >= allFieldsShare, qPrintable(percent(sumOf(comparison.fields))));
    }

private:
    std::unique_ptr<Tshark> m_tshark;
    QStringList m_fields;
    QStringList m_scriptFields;
};

QTEST_GUILESS_MAIN(TsharkTest)
#include "tst_tshark.moc"
