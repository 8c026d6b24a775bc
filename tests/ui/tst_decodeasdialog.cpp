#include "core/protocols/protocols.h"
#include "core/protocols/suggestedrule.h"
#include "tests/support/capturefile.h"
#include "tests/support/packets.h"
#include "tests/support/stack.h"
#include "ui/protocols/decodeasdialog.h"
#include "ui/shared/opencapture.h"

#include <QComboBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableWidget>
#include <QTest>

using namespace vethscope;
using namespace vethscope::test;

// Analyze ▸ Decode As…: its rows, what it proposes for a packet, and what an open capture makes of it.

namespace {

// VXLAN on a port of its own, with a frame inside that no check knows.
const QByteArray unknown = ethernet(ipv4("172.27.0.11", "172.27.16.10", 17, udp(50000, 9999, vxlan(1, ethernet("123456", 0x88cc)))));

QStringList textsOf(const std::vector<DecodeRule> &rules)
{
    QStringList texts;
    for (const DecodeRule &rule : rules)
        texts << QString::fromStdString(textOf(rule));
    return texts;
}

QString suggestionFor(const QByteArray &frame, int layer = -1)
{
    const Frame seen = frameOf(frame);
    const auto rule = suggestedRule(seen, Dissector(registry()).dissect(seen), layer);
    return rule ? QString::fromStdString(textOf(*rule)) : QString();
}

template <typename Widget>
Widget *cellOf(DecodeAsDialog &dialog, int row, int column)
{
    return qobject_cast<Widget *>(dialog.findChild<QTableWidget *>()->cellWidget(row, column));
}

} // namespace

class DecodeAsDialogTest : public QObject
{
    Q_OBJECT

private slots:
    void suggestion()
    {
        QCOMPARE(suggestionFor(unknown), "udp.port==9999,vxlan");
        QCOMPARE(suggestionFor(requestOverVxlan()), "tcp.port==80,http");
        QCOMPARE(suggestionFor(requestOverVxlan(), 3), "udp.port==8472,vxlan"); // the VXLAN header is selected
        QCOMPARE(suggestionFor(ethernet(ipv4("10.0.0.1", "10.0.0.2", 6, tcp(40000, 5432, 0x10, "abc")))), "tcp.port==5432,data");
        QCOMPARE(suggestionFor(ethernet(ipv4("10.0.0.1", "10.0.0.2", 1, echoRequest()))), QString());
        QCOMPARE(suggestionFor({}), QString());
    }

    void rows()
    {
        const std::vector<DecodeRule> rules{{{Claim::UdpPort, 8473}, &protocols::vxlan}, {{Claim::TcpPort, 8080}, &protocols::http}};
        DecodeAsDialog dialog(registry(), rules, DecodeRule{{Claim::UdpPort, 9999}, &protocols::vxlan});
        QCOMPARE(textsOf(dialog.rules()), (QStringList{"udp.port==8473,vxlan", "tcp.port==8080,http", "udp.port==9999,vxlan"}));

        auto *protocol = cellOf<QComboBox>(dialog, 2, 2);
        QVERIFY(protocol->findText("HTTP") < 0); // not over UDP
        protocol->setCurrentText("Geneve");
        cellOf<QSpinBox>(dialog, 2, 1)->setValue(6082);
        QCOMPARE(textsOf(dialog.rules()).last(), "udp.port==6082,geneve");
        cellOf<QComboBox>(dialog, 2, 0)->setCurrentIndex(1); // TCP: Geneve is no longer offered
        QCOMPARE(textsOf(dialog.rules()).last(), "tcp.port==6082,data");
    }

    void aSuggestionThatStandsAlreadyIsNotAddedTwice()
    {
        const std::vector<DecodeRule> rules{{{Claim::UdpPort, 9999}, &protocols::geneve}, {{Claim::UdpPort, 1}, &protocols::dns}};
        DecodeAsDialog dialog(registry(), rules, DecodeRule{{Claim::UdpPort, 9999}, &protocols::vxlan});
        QCOMPARE(dialog.rules().size(), 2u);
        QCOMPARE(dialog.findChild<QTableWidget *>()->currentRow(), 0);
    }

    void addAndRemove()
    {
        DecodeAsDialog dialog(registry(), {}, std::nullopt);
        const auto press = [&](const char *text) {
            for (QPushButton *button : dialog.findChildren<QPushButton *>())
                if (button->text() == QString::fromUtf8(text))
                    return button->click();
            QFAIL("no such button");
        };
        press("&Add");
        press("&Add");
        QCOMPARE(textsOf(dialog.rules()), QStringList{"udp.port==8472,vxlan"}); // of two for one port the later
        cellOf<QSpinBox>(dialog, 1, 1)->setValue(7);
        QCOMPARE(dialog.rules().size(), 2u);
        dialog.findChild<QTableWidget *>()->setCurrentCell(0, 0);
        press("&Remove");
        QCOMPARE(textsOf(dialog.rules()), QStringList{"udp.port==7,vxlan"});
    }

    void anOpenCaptureIsDissectedAnew()
    {
        const QTemporaryDir folder;
        OpenCapture capture;
        QVERIFY(capture.open({writeFile(folder, "a.pcap", PcapFile().packet(1, 0, unknown).bytes())}));
        QTRY_VERIFY(capture.isComplete());
        QCOMPARE(capture.packetRow(0).packet.depth(), 0);
        QSignalSpy changed(&capture, &OpenCapture::reread);
        capture.setDecodeRules({{{Claim::UdpPort, 9999}, &protocols::vxlan}});
        QCOMPARE(changed.size(), 1);
        QCOMPARE(capture.packetRow(0).packet.depth(), 1);
        QTRY_VERIFY(capture.isComplete());
        capture.setDecodeRules({{{Claim::UdpPort, 9999}, &protocols::vxlan}});
        QCOMPARE(changed.size(), 1);
        capture.setDecodeRules({});
        QCOMPARE(capture.packetRow(0).packet.depth(), 0);
    }

    void aFileThatShrinksIsToldOf()
    {
        const QTemporaryDir folder;
        OpenCapture capture;
        const QString path = writeFile(folder, "a.pcap", PcapFile().packet(1, 0, unknown).packet(2, 0, unknown).bytes());
        QVERIFY(capture.open({path}));
        QTRY_VERIFY(capture.isComplete());
        QSignalSpy troubled(&capture, &OpenCapture::troubled);
        QVERIFY(QFile::resize(path, 50));
        QTRY_COMPARE_WITH_TIMEOUT(troubled.size(), 1, 10'000);
        QVERIFY(troubled.first().first().toStringList().first().contains("became shorter while it was open"));
    }
};

QTEST_MAIN(DecodeAsDialogTest)
#include "tst_decodeasdialog.moc"
