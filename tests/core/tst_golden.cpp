#include "core/capture/packetstore.h"
#include "core/dissect/tree.h"
#include "tests/support/golden.h"
#include "tests/support/packets.h"

#include <QTest>

#include <ctime>

using namespace vethscope;
using namespace vethscope::test;

// The whole trees of captures of the sample cluster, compared to the last line with the golden files in
// tests/captures.

namespace {

const QString captures = QStringLiteral(VETHSCOPE_SOURCE_DIR "/resources/samples/flannel-vxlan/captures/");
const QString golden = QStringLiteral(VETHSCOPE_SOURCE_DIR "/tests/captures/");

// The trees of the first so many frames, an empty line between two.
QStringList treesOf(const QString &path, std::size_t frames)
{
    const std::vector<std::filesystem::path> paths{path.toStdString()};
    const auto store = PacketStore::open(paths);
    if (!store)
        return {QString::fromStdString(store.error().message.english())};
    (*store)->waitUntilFinished();
    const Dissector dissector(registry());
    std::string text;
    for (std::size_t row = 0; row < std::min(frames, (*store)->size()); ++row) {
        const Frame frame = (*store)->frame(row);
        text += textOf(treeOf(frame, dissector.dissect(frame), registry())) + '\n';
    }
    for (const Error &problem : (*store)->problems())
        text += problem.message.english() + '\n';
    return QString::fromStdString(text).split('\n');
}

} // namespace

class GoldenTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        qputenv("TZ", "UTC"); // arrival times are written in the local zone
        ::tzset();
    }

    void trees_data()
    {
        QTest::addColumn<QString>("capture");
        QTest::addColumn<int>("frames");
        QTest::addColumn<QString>("story");

        QTest::newRow("what the node's NIC sees: VXLAN between subnets") << "master.eth0.pcapng" << 70 << "flannel-vxlan.master.eth0";
        QTest::newRow("what the tunnel device sees: the bare overlay") << "master.flannel.1.pcapng" << 83 << "flannel-vxlan.master.flannel.1";
        QTest::newRow("what a pod sees: every suffix of its DNS search list")
            << "pod_tea-6fb46d899f-4zkt2_eth0.pcapng" << 116 << "flannel-vxlan.pod_tea";
        QTest::newRow("every device at once, cooked") << "master.any.pcap" << 90 << "flannel-vxlan.master.any";
        QTest::newRow("the same with the older cooked header") << "sll/master.any.pcap" << 30 << "flannel-vxlan.master.any.sll";
    }

    void trees()
    {
        QFETCH(QString, capture);
        QFETCH(int, frames);
        QFETCH(QString, story);
        const QStringList trees = treesOf(captures + capture, static_cast<std::size_t>(frames));
        const QString difference = differenceFromGolden(golden + story + ".tree.txt", trees);
        QVERIFY2(difference.isEmpty(), qPrintable(difference));
    }
};

QTEST_GUILESS_MAIN(GoldenTest)
#include "tst_golden.moc"
