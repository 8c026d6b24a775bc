#include <QTest>

#include "ui/figures/comparerows.h"
#include "ui/predict/comparisonpanel.h"
#include "ui/shared/explanations.h"
#include "ui/shared/language.h"
#include "ui/shared/opencapture.h"
#include "ui/shared/selection.h"
#include "ui/shared/snapshots.h"

#include <QClipboard>
#include <QDir>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTreeWidget>

// Expected against actual, for the packet that is selected.

using namespace vethscope;

namespace {

const QString samples = QStringLiteral(VETHSCOPE_SOURCE_DIR "/resources/samples/flannel-vxlan/");

} // namespace

class ComparisonPanelTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<OpenCapture> m_capture;
    std::unique_ptr<Selection> m_selection;
    std::unique_ptr<Snapshots> m_snapshots;
    std::unique_ptr<Explanations> m_explanations;
    std::unique_ptr<ComparisonPanel> m_panel;

    void open(const QString &file)
    {
        QSignalSpy finished(m_capture.get(), &OpenCapture::finished);
        QVERIFY(m_capture->open({samples + "captures/" + file}));
        QTRY_VERIFY_WITH_TIMEOUT(finished.count() > 0, 30'000);
    }
    void load()
    {
        QStringList hosts;
        for (const QFileInfo &file : QDir(samples + "hosts").entryInfoList({"*.txt"}))
            hosts << file.filePath();
        m_snapshots->read(hosts);
        QTRY_VERIFY_WITH_TIMEOUT(!m_snapshots->isBusy(), 30'000);
    }
    void settle() { QTRY_VERIFY_WITH_TIMEOUT(!m_explanations->isBusy(), 30'000); }
    // The first packet whose innermost header begins so in the Info column's protocol: TCP in VXLAN.
    int tunnelled()
    {
        for (int row = 0; row < int(m_capture->store().size()); ++row)
            if (m_capture->packetRow(row).packet.depth() == 1)
                return row;
        return -1;
    }
    QString rowOf(const QString &field, int place = 0)
    {
        for (int i = 0; i < m_panel->rows().topLevelItemCount(); ++i) {
            const QTreeWidgetItem &item = *m_panel->rows().topLevelItem(i);
            if (item.text(2) == field && place-- == 0)
                return item.data(0, Qt::AccessibleTextRole).toString() + " | " + item.text(1) + " | " + item.text(3) + " | " + item.text(4);
        }
        return {};
    }

private slots:
    void init()
    {
        m_capture = std::make_unique<OpenCapture>();
        m_selection = std::make_unique<Selection>(*m_capture);
        m_snapshots = std::make_unique<Snapshots>();
        m_explanations = std::make_unique<Explanations>(*m_capture, *m_selection, *m_snapshots);
        m_panel = std::make_unique<ComparisonPanel>(*m_explanations, *m_selection);
        m_panel->resize(600, 700);
        m_panel->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
    }
    void cleanup()
    {
        m_panel.reset();
        m_explanations.reset();
        m_snapshots.reset();
        m_capture->close();
        m_selection.reset();
        m_capture.reset();
    }

    void saysWhatIsMissing()
    {
        QVERIFY2(m_panel->summary().startsWith("What should be in a packet's headers"), qPrintable(m_panel->summary()));
        load();
        QVERIFY2(m_panel->summary().startsWith("Select a packet"), qPrintable(m_panel->summary()));
        QVERIFY(!m_panel->rows().isVisible());
    }

    void followsThePacket()
    {
        load();
        open("master.eth0.pcapng");
        const int row = tunnelled();
        QVERIFY(row >= 0);
        m_selection->setRow(row);
        settle();
        QVERIFY(m_panel->rows().isVisible());
        QCOMPARE(m_panel->findChild<QLabel *>("panelTitle")->text(), QStringLiteral("Frame %1, captured on eth0 of master").arg(row + 1));
        QCOMPARE(rowOf("vxlan.vni"), QString("✓ match | U | 1 | 1"));
        QVERIFY2(rowOf("udp.srcport").startsWith("? not predictable | U | – | "), qPrintable(rowOf("udp.srcport")));
        QCOMPARE(rowOf("eth.src", 1).section(" | ", 0, 1), QString("✓ match | O"));
        const explain::FrameComparison &frame = *m_explanations->comparison();
        QVERIFY2(m_panel->summary().contains(QStringLiteral(">%1 ✓ match<").arg(frame.count(explain::Agreement::Match))), qPrintable(m_panel->summary()));
        QVERIFY2(!m_panel->summary().contains("differs"), qPrintable(m_panel->summary()));
        QCOMPARE(m_panel->rows().topLevelItemCount(), int(frame.fields.size()));
        m_selection->setRow(0);
        settle();
        QCOMPARE(m_panel->findChild<QLabel *>("panelTitle")->text(), QString("Frame 1, captured on eth0 of master"));
        m_capture->close();
        QVERIFY(!m_explanations->comparison());
        QVERIFY(!m_panel->rows().isVisible());
    }

    void onlyTheLastPacketCounts()
    {
        load();
        open("master.eth0.pcapng");
        QSignalSpy changed(m_explanations.get(), &Explanations::changed);
        for (int row = 0; row < 30; ++row)
            m_selection->setRow(row);
        settle();
        QCOMPARE(m_panel->findChild<QLabel *>("panelTitle")->text(), QString("Frame 30, captured on eth0 of master"));
        int answers = 0;
        QVERIFY(changed.count() >= 31);
        m_selection->setRow(3);
        connect(m_explanations.get(), &Explanations::changed, this, [&] { answers += m_explanations->comparison() != nullptr; });
        m_selection->setRow(4);
        m_capture->close(); // while it is being compared
        QTest::qWait(100);
        QCOMPARE(answers, 0);
    }

    void whoDoesNotLookComparesNothing()
    {
        load();
        open("master.eth0.pcapng");
        m_panel->hide();
        m_selection->setRow(5);
        settle();
        QVERIFY(m_explanations->frame()); // it is explained,
        QVERIFY(!m_explanations->comparison());
        m_panel->show();
        settle();
        QVERIFY(m_explanations->comparison());
    }

    void aRowTellsWhatItRestsUpon()
    {
        load();
        open("master.eth0.pcapng");
        m_selection->setRow(tunnelled());
        settle();
        QTreeWidget &rows = m_panel->rows();
        QSignalSpy opened(m_panel.get(), &ComparisonPanel::evidenceRequested);
        for (int i = 0; i < rows.topLevelItemCount(); ++i) {
            QTreeWidgetItem *item = rows.topLevelItem(i);
            if (item->text(2) == "udp.srcport" && item->text(1) == "U") {
                rows.setCurrentItem(item);
                QVERIFY2(m_panel->remark().contains("A hash of the packet inside"), qPrintable(m_panel->remark()));
                emit rows.itemActivated(item, 0);
                QCOMPARE(opened.count(), 0);
            }
            if (item->text(2) == "vxlan.vni") {
                rows.setCurrentItem(item);
                QVERIFY2(m_panel->remark().contains("set of flannel.1 of") && m_panel->remark().contains("vxlan id 1 local"), qPrintable(m_panel->remark()));
                emit rows.itemActivated(item, 0);
                QCOMPARE(opened.count(), 1);
                QVERIFY(std::string(opened.front().front().value<Evidence>().text()).find("vxlan id 1") != std::string::npos);
            }
        }
        QCOMPARE(opened.count(), 1);
        QVERIFY(!m_panel->copyButton().isVisible());
    }

    void whatIsNotKnownSaysTheCommand()
    {
        m_snapshots->readText("[root@n1 ~]# hostname\nn1\n[root@n1 ~]# ip route\ndefault via 10.0.0.254 dev eth0\n");
        QTRY_VERIFY_WITH_TIMEOUT(!m_snapshots->isBusy(), 30'000);
        open("master.eth0.pcapng");
        m_selection->setRow(tunnelled());
        settle();
        QVERIFY2(m_panel->remark().startsWith("Where it was captured is not known"), qPrintable(m_panel->remark()));
        QVERIFY2(m_panel->remark().endsWith("This would tell: ip link"), qPrintable(m_panel->remark()));
        QTest::mouseClick(&m_panel->copyButton(), Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(), QString("ip link"));
    }

    // What WireGuard carries is encrypted: nobody says that it has no headers. A handshake carries nothing.
    void encrypted()
    {
        QStringList hosts;
        for (const QFileInfo &file : QDir(samples + "../flannel-wireguard/hosts").entryInfoList({"*.txt"}))
            hosts << file.filePath();
        m_snapshots->read(hosts);
        QTRY_VERIFY_WITH_TIMEOUT(!m_snapshots->isBusy(), 30'000);
        open("../../flannel-wireguard/captures/wg-master.eth0.pcapng");
        const QString sentence = "<br>What is inside is encrypted: the inner headers are not in the capture.";
        const auto notes = [this](int row) {
            QStringList found;
            for (const CompareRow &one : comparisonOf(m_capture->packetRow(row)).rows)
                if (!one.overlay.isPresent() && one.overlay.note.contains("encrypted: the inner headers are not in the capture"))
                    found << one.label;
            return found;
        };
        m_selection->setRow(4); // transport data
        settle();
        QVERIFY2(m_panel->summary().endsWith(sentence) && m_panel->summary().contains("match"), qPrintable(m_panel->summary()));
        QVERIFY(endsEncrypted(m_capture->packetRow(4)));
        for (const Aspect aspect : {Aspect::SourceIp, Aspect::DestinationIp, Aspect::Ttl, Aspect::Ports, Aspect::DontFragment})
            QVERIFY2(notes(4).contains(aspectName(aspect)), qPrintable(notes(4).join('|')));
        QVERIFY(!notes(4).contains(aspectName(Aspect::SourceMac))); // which such a tunnel never has
        m_selection->setRow(2); // a handshake
        settle();
        QVERIFY2(!m_panel->summary().contains("encrypted"), qPrintable(m_panel->summary()));
        QCOMPARE(notes(2), QStringList());
        QVERIFY(!endsEncrypted(m_capture->packetRow(0)));
        m_capture->close();
        open("master.eth0.pcapng"); // VXLAN shows all
        m_selection->setRow(tunnelled());
        settle();
        QVERIFY(!m_panel->summary().contains("encrypted") && !endsEncrypted(m_capture->packetRow(tunnelled())));
    }

    // At 1024 pixels a MAC address is read in full, and whatever is wider as a tooltip.
    void valuesAreReadInFull()
    {
        load();
        open("master.eth0.pcapng");
        m_panel->resize(500, 600);
        m_selection->setRow(tunnelled());
        settle();
        QCoreApplication::processEvents();
        const QTreeWidget &rows = m_panel->rows();
        const int needed = QFontMetrics(rows.topLevelItem(0)->font(4)).horizontalAdvance(rows.topLevelItem(0)->text(4));
        QCOMPARE(rows.topLevelItem(0)->text(4).size(), 17);
        QVERIFY2(rows.header()->sectionSize(4) > needed, qPrintable(QStringLiteral("%1 of %2").arg(rows.header()->sectionSize(4)).arg(needed)));
        QCOMPARE(rows.topLevelItem(0)->toolTip(4), rows.topLevelItem(0)->text(4));
    }

    void wordsForAllKinds()
    {
        QStringList words;
        for (const auto agreement : {explain::Agreement::Match, explain::Agreement::Differs, explain::Agreement::NotObserved, explain::Agreement::NotPredictable})
            words << ComparisonPanel::wordOf(agreement);
        QCOMPARE(words.join(", "), QString("✓ match, ≠ differs, – not observed, ? not predictable"));
        Language language;
        language.setCode("zh_CN");
        QTRY_COMPARE(m_panel->findChild<QLabel *>("panelTitle")->text(), QString("预期与实际对照"));
        language.setCode("en");
    }
};

QTEST_MAIN(ComparisonPanelTest)
#include "tst_comparisonpanel.moc"
