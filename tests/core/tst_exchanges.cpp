#include "core/capture/packetstore.h"
#include "core/dissect/format.h"
#include "core/dissect/tree.h"
#include "core/filter/accessor.h"
#include "core/filter/filterscan.h"
#include "core/flows/flowpass.h"
#include "core/names/namefacts.h"
#include "core/protocols/protocols.h"
#include "core/summary/columns.h"
#include "tests/support/capturefile.h"
#include "tests/support/packets.h"
#include "tests/support/stack.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <optional>

using namespace vethscope;
using namespace vethscope::test;

// Which requests and responses belong together, and that those who tell facts of frames know nothing of each other.

namespace {

// One capture of tests/captures/exchangeanswers.txt.
struct Story {
    QStringList lines;

    QByteArray capture() const
    {
        PcapFile file;
        for (const QString &line : lines) {
            const auto microseconds = line.section(' ', 0, 0).toULongLong();
            file.packet(static_cast<std::uint32_t>(microseconds / 1'000'000), static_cast<std::uint32_t>(microseconds % 1'000'000), fromHex(line.section(' ', 1, 1).toLatin1()));
        }
        return file.bytes();
    }
};

QStringList linesOfAnswers()
{
    QFile file(QStringLiteral(VETHSCOPE_SOURCE_DIR "/tests/captures/exchangeanswers.txt"));
    return file.open(QIODevice::ReadOnly) ? QString::fromLatin1(file.readAll()).trimmed().split('\n') : QStringList();
}

QStringList answeredFields()
{
    return linesOfAnswers().value(2).mid(2).split(' ');
}

QList<Story> stories()
{
    QList<Story> all;
    for (const QString &line : linesOfAnswers().sliced(3))
        line.isEmpty() ? all.push_back({}) : all.back().lines.push_back(line);
    return all;
}

// Requests and replies at these microseconds: "0 request, 90 reply".
QByteArray captureOf(const QString &packets, const QString &request, const QString &reply)
{
    Story story;
    for (const QString &packet : packets.split(", ")) {
        const QString line = packet.endsWith("request") ? request : reply;
        story.lines << QString::number(1'000'000'000 + packet.section(' ', 0, 0).toLongLong()) + ' ' + line.section(' ', 1, 1);
    }
    return story.capture();
}

class Opened
{
public:
    explicit Opened(const QByteArray &capture)
    {
        const std::vector<std::filesystem::path> paths{writeFile(m_folder, "story.pcap", capture).toStdString()};
        m_store = std::move(PacketStore::open(paths).value());
        m_store->waitUntilFinished();
    }

    PacketStore &store() { return *m_store; }
    const Dissector &dissector() const { return m_dissector; }

    QString values(const QString &field, std::size_t row) const
    {
        const Frame frame = m_store->frame(row);
        const Dissection packet = m_dissector.dissect(frame);
        FilterScratch scratch;
        Evaluation evaluation{frame, packet, scratch};
        QStringList values;
        Accessor::find(field.toStdString(), registry())->forEach(evaluation, [&](const Value &value, const Field *tableRow, BitRange place) {
            TextBuffer out;
            printForScripts(out, *tableRow, place, value);
            values << (out.size() > 0 ? QString::fromStdString(fmt::to_string(out)) : QString::number(value.number)); // what is there or not
        });
        return values.join(',');
    }

    QString info(std::size_t row) const
    {
        TextBuffer text;
        printColumn(Column::Info, PacketRow(*m_store, m_dissector, row), Perspective::Overlay, text);
        return QString::fromStdString(fmt::to_string(text));
    }

    QString tree(std::size_t row) const
    {
        const Frame frame = m_store->frame(row);
        return QString::fromStdString(textOf(treeOf(frame, m_dissector.dissect(frame), registry())));
    }

    // The numbers of the frames that have that field, or that note.
    QString having(const QString &field) const
    {
        QStringList numbers;
        for (std::size_t row = 0; row < m_store->size(); ++row)
            if (!values(field, row).isEmpty())
                numbers << QString::number(row + 1);
        return numbers.join(' ');
    }

    QString noted(const QString &note) const
    {
        QStringList numbers;
        for (std::size_t row = 0; row < m_store->size(); ++row)
            if (tree(row).contains(note))
                numbers << QString::number(row + 1);
        return numbers.join(' ');
    }

    std::size_t matches(const char *expression)
    {
        FilterScan scan(*m_store, m_dissector, Filter::compile(expression, registry()).value());
        scan.waitUntilFinished();
        return scan.matches().size();
    }

private:
    QTemporaryDir m_folder;
    Dissector m_dissector{registry()};
    std::unique_ptr<PacketStore> m_store;
};

} // namespace

class ExchangesTest : public QObject
{
    Q_OBJECT

private slots:
    // Questions asked again, pings of all kinds, HTTP over connections that go wrong; what is expected is what tshark said of each frame.
    void answers_data()
    {
        QTest::addColumn<int>("number");
        QCOMPARE(stories().size(), 4);
        for (int i = 0; i < 4; ++i)
            QTest::addRow("capture %d", i + 1) << i;
    }

    void answers()
    {
        QFETCH(int, number);
        const Story story = stories()[number];
        Opened opened(story.capture());
        const FlowPass pass(opened.store(), opened.dissector());
        pass.waitUntilFinished();
        QStringList actual;
        for (qsizetype row = 0; row < story.lines.size(); ++row) {
            QStringList told;
            for (const QString &field : answeredFields())
                if (const QString values = opened.values(field, static_cast<std::size_t>(row)); !values.isEmpty())
                    told << field + '=' + values;
            actual << (story.lines[row].section(" |", 0, 0) + " | " + told.join(' ')).trimmed();
        }
        QCOMPARE(actual, story.lines);
    }

    // Whoever reads a capture once knows the request of a response, and of a request only that it is one.
    void readOnce()
    {
        Opened opened(stories()[1].capture());
        const FlowPass pass(opened.store(), opened.dissector(), 0, Lookahead::Nothing);
        pass.waitUntilFinished();
        QCOMPARE(opened.values("icmp.resp_in", 0), QString());
        QCOMPARE(opened.values("icmp.resp_to", 1), QString("1"));
        QCOMPARE(opened.values("icmp.no_resp", 3), QString());
        QVERIFY(!opened.info(0).contains("reply in"));
        QVERIFY(opened.info(1).endsWith("(request in 1)"));
    }

    void infoAndFilters()
    {
        Opened opened(stories()[1].capture());
        const FlowPass pass(opened.store(), opened.dissector());
        const std::size_t slow = opened.matches("icmp.resptime >= 100"); // milliseconds; waits for the pass
        QCOMPARE(slow, opened.matches("icmp.resptime == 100"));
        QVERIFY(slow > 5);
        QCOMPARE(opened.matches("icmp.resptime > 100 || icmp.resptime < 99.9"), std::size_t{0});
        QCOMPARE(opened.matches("icmp.resp_in"), opened.matches("icmp.resp_to"));
        QCOMPARE(opened.matches("icmp.resp_in == 2"), std::size_t{1});
        QVERIFY(opened.info(0).endsWith("(reply in 2)"));
        QVERIFY(opened.info(1).endsWith("(request in 1)"));
        QVERIFY(opened.info(3).endsWith("(no response found!)"));
    }

    // The VNI does not matter, nor does what is around: an exchange is of one conversation.
    void throughATunnel()
    {
        const auto around = [](std::uint32_t vni, const QByteArray &frame) { return ethernet(ipv4("192.0.2.1", "192.0.2.2", 17, udp(50000, 8472, vxlan(vni, frame)))); };
        const QStringList pings = stories()[1].lines;
        const auto frame = [&](qsizetype row) { return fromHex(pings[row].section(' ', 1, 1).toLatin1()); };
        PcapFile file;
        file.packet(1, 0, around(1, frame(0))).packet(1, 250'000, around(1, frame(1)));
        Opened opened(file.bytes());
        const FlowPass pass(opened.store(), opened.dissector());
        pass.waitUntilFinished();
        QCOMPARE(opened.values("icmp.resp_in", 0), QString("2"));
        QCOMPARE(opened.values("overlay.icmp.resptime", 1), QString("250"));
    }

    // A capture of all devices has a request at each: which rows have no response, as tshark counts them, and which are told to have none.
    void copies_data()
    {
        QTest::addColumn<QString>("packets");
        QTest::addColumn<QString>("noResponse");
        QTest::addColumn<QString>("warned");
        QTest::newRow("one request") << "0 request" << "1" << "1";
        QTest::newRow("at two devices") << "0 request, 90 request, 200 reply, 280 reply" << "1" << "";
        QTest::newRow("at four") << "0 request, 90 request, 120 request, 150 request, 200 reply" << "1 2 3" << "";
        QTest::newRow("at another one, whose clock is ahead") << "0 request, 90 reply, 2000 request, 2100 request" << "3 4" << "";
        QTest::newRow("and it has a response as well") << "0 request, 90 reply, 2000 request, 2050 request, 2100 reply" << "3" << "";
        QTest::newRow("a clock that runs back") << "5000 request, 90 request, 200 reply" << "1" << "";
        QTest::newRow("without a response") << "0 request, 90 request, 180 request" << "1 2 3" << "1 2 3";
        QTest::newRow("the same sent again") << "0 request, 1000000 request, 1000200 reply" << "1" << "1";
        QTest::newRow("the same sent again, at two devices") << "0 request, 90 request, 1000000 request, 1000090 request, 1000200 reply" << "1 2 3" << "1 2";
    }

    void copies()
    {
        QFETCH(QString, packets);
        const QStringList pings = stories()[1].lines;
        Opened opened(captureOf(packets, pings[0], pings[1]));
        const FlowPass pass(opened.store(), opened.dissector());
        pass.waitUntilFinished();
        QTEST(opened.having("icmp.no_resp"), "noResponse");
        QTEST(opened.noted("no response to this request was captured"), "warned");
    }

    // Wireshark calls copies of names' queries retransmissions; whether they are is said of those alone that come later.
    void copiesOfQueries_data()
    {
        QTest::addColumn<QString>("packets");
        QTest::addColumn<QString>("repeated");
        QTest::addColumn<QString>("requestsSentAgain");
        QTest::addColumn<QString>("responsesSentAgain");
        QTest::newRow("at two devices") << "0 request, 90 request, 200 reply, 280 reply" << "2 4" << "" << "";
        QTest::newRow("asked again, answered twice") << "0 request, 500000 request, 600000 reply, 1100000 reply" << "2 4" << "2" << "4";
        QTest::newRow("asked again, at two devices") << "0 request, 90 request, 1000000 request, 1000090 request, 1000200 reply, 1000300 reply" << "2 3 4 6" << "3 4" << "";
    }

    void copiesOfQueries()
    {
        QFETCH(QString, packets);
        const QStringList questions = stories()[0].lines;
        Opened opened(captureOf(packets, questions[0], questions[3]));
        const FlowPass pass(opened.store(), opened.dissector());
        pass.waitUntilFinished();
        QTEST(opened.having("dns.retransmission"), "repeated");
        QTEST(opened.noted("this request was sent before"), "requestsSentAgain");
        QTEST(opened.noted("this response was sent before"), "responsesSentAgain");
    }

    // Names do not wait for the flows, nor the flows for names.
    void nobodyWaitsForOthers()
    {
        struct Never final : FactGiver {
            std::span<const Protocol *const> protocols() const override
            {
                static constexpr auto own = std::to_array<const Protocol *>({&protocols::tcp, &protocols::udp});
                return own;
            }
            void add(const LayerView &, Details &) const override { }
            std::size_t done() const override { return 0; }
            bool finished() const override { return false; }
        };
        Opened opened(stories()[0].capture());
        const Never never;
        opened.store().facts().attach(never);
        const NameFacts names(opened.store(), std::make_shared<const NameTable>());
        QCOMPARE(opened.matches("!k8s"), opened.store().size()); // would not end
        FilterScan scan(opened.store(), opened.dissector(), Filter::compile("udp.stream == 0", registry()).value());
        QTest::qWait(50);
        QVERIFY(!scan.finished());
        opened.store().facts().detach(never);
        scan.waitUntilFinished();
        QCOMPARE(scan.matches().size(), std::size_t{0}); // nobody tells of it any more
    }

    // They come and go in any order.
    void inAnyOrder()
    {
        Opened opened(stories()[0].capture());
        auto names = std::make_unique<NameFacts>(opened.store(), std::make_shared<const NameTable>());
        auto pass = std::make_unique<FlowPass>(opened.store(), opened.dissector());
        pass->waitUntilFinished();
        names.reset();
        QCOMPARE(opened.values("udp.stream", 0), QString("0"));
        names = std::make_unique<NameFacts>(opened.store(), std::make_shared<const NameTable>());
        pass.reset();
        QCOMPARE(opened.values("udp.stream", 0), QString());
        QCOMPARE(opened.store().facts().done(), opened.store().size()); // of the names
        pass = std::make_unique<FlowPass>(opened.store(), opened.dissector());
        names.reset();
        pass->waitUntilFinished();
        QCOMPARE(opened.values("udp.stream", 0), QString("0"));
        pass.reset();
        QCOMPARE(opened.store().facts().done(), SIZE_MAX);
    }
};

QTEST_GUILESS_MAIN(ExchangesTest)
#include "tst_exchanges.moc"
