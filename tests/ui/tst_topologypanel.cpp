#include <QTest>

#include "ui/shared/language.h"
#include "ui/shared/snapshots.h"
#include "ui/topology/factspanel.h"
#include "ui/topology/figureexport.h"
#include "ui/topology/partitem.h"
#include "ui/topology/topologypanel.h"
#include "ui/topology/topologyscene.h"
#include "ui/topology/topologytoolbar.h"
#include "ui/topology/topologyview.h"

#include <QApplication>
#include <QBuffer>
#include <QDir>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QHelpEvent>
#include <QToolButton>
#include <QToolTip>
#include <QWheelEvent>
#include <QXmlStreamReader>

using namespace vethscope;

namespace {

using Kind = Subject::Kind;

const QString samples = QStringLiteral(VETHSCOPE_SOURCE_DIR "/resources/samples/");

} // namespace

class TopologyPanelTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<Snapshots> m_snapshots;
    std::unique_ptr<TopologyPanel> m_panel;

    TopologyView &view() { return m_panel->view(); }
    TopologyScene &scene() { return m_panel->scene(); }

    void load(const QString &sample = "flannel-vxlan")
    {
        QStringList hosts;
        for (const QFileInfo &file : QDir(samples + sample + "/hosts").entryInfoList({"*.txt"}))
            hosts << file.filePath();
        m_snapshots->read(hosts);
        QTRY_VERIFY_WITH_TIMEOUT(!m_snapshots->isBusy(), 30'000);
    }

    std::optional<Subject> named(const std::string &identity) { return scene().withIdentity(identity); }

    QPoint pointOf(const Subject &subject)
    {
        const figure::Rect reach = scene().partOf(subject)->part().reach;
        return view().mapFromScene(reach.x + 6, reach.y + 6);
    }

    void click(const Subject &subject) { QTest::mouseClick(view().viewport(), Qt::LeftButton, {}, pointOf(subject)); }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(&view(), key, modifiers); }

    std::size_t count(Kind kind)
    {
        std::set<Subject> found;
        for (const Part &part : scene().figure().parts)
            if (part.subject.kind == kind)
                found.insert(part.subject);
        return found.size();
    }

    QToolButton *button(const QString &text)
    {
        for (auto *one : m_panel->toolBar().findChildren<QToolButton *>())
            if (one->text() == text)
                return one;
        return nullptr;
    }

private slots:
    void init()
    {
        m_snapshots = std::make_unique<Snapshots>();
        m_panel = std::make_unique<TopologyPanel>(*m_snapshots);
        m_panel->resize(1280, 800);
        m_panel->show();
        QApplication::setActiveWindow(m_panel.get());
        QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
    }

    void cleanup()
    {
        m_panel.reset();
        m_snapshots.reset();
    }

    void saysWhatToDoWhileThereIsNothing()
    {
        QVERIFY(!view().isVisible());
        QSignalSpy paste(m_panel.get(), &TopologyPanel::pasteRequested);
        QTest::mouseClick(m_panel->findChild<QPushButton *>("primary"), Qt::LeftButton);
        QCOMPARE(paste.count(), 1);
        load();
        QVERIFY(view().isVisible());
        m_snapshots->clear();
        QTRY_VERIFY(!view().isVisible());
    }

    void drawsWhatWasImported()
    {
        load();
        QVERIFY(named("node:master") && named("node:VM-16-10-centos") && named("interface:master/flannel.1"));
        QVERIFY(named("pod:default/tea-6fb46d899f-4zkt2"));
        QVERIFY2(scene().figure().caption.find("master.txt") != std::string::npos, scene().figure().caption.c_str());
        QVERIFY(view().isFitting());
        QVERIFY(view().mapFromScene(scene().sceneRect()).boundingRect().width() <= view().viewport()->width());
    }

    void clickShowsFactsWithTheirLines()
    {
        load();
        click(*named("pod:default/tea-6fb46d899f-4zkt2"));
        const QString text = m_panel->facts().text();
        QVERIFY2(text.startsWith("tea-6fb46d899f-4zkt2"), qPrintable(text));
        QVERIFY2(text.contains("10.244.0.60") && text.contains("b2:ad:3a:6e:3a:4f"), qPrintable(text));
        QVERIFY2(text.contains("from master.txt line"), qPrintable(text));
        QVERIFY(view().accessibleDescription().startsWith("tea-6fb46d899f-4zkt2"));
        key(Qt::Key_Escape);
        QVERIFY(!scene().current());
        QVERIFY(!m_panel->facts().text().contains("10.244.0.60"));
    }

    void restingShowsFactsWithTheirPlace()
    {
        load();
        QToolTip::hideText();
        const QPoint point = pointOf(*named("interface:master/flannel.1"));
        QTest::mouseMove(view().viewport(), point);
        QTRY_VERIFY(QToolTip::isVisible());
        QVERIFY2(QToolTip::text().contains("8e:5c:79:80:cd:cc") && QToolTip::text().contains("from master.txt line"), qPrintable(QToolTip::text()));
        QHelpEvent help(QEvent::ToolTip, point, view().viewport()->mapToGlobal(point)); // what Qt sends a little later
        QApplication::sendEvent(view().viewport(), &help);
        QTest::qWait(400);
        QVERIFY(QToolTip::isVisible());
    }

    void factsQuoteTheFilesOwnLine()
    {
        load();
        click(*named("interface:master/flannel.1"));
        static const QRegularExpression place(QStringLiteral("^(.*)\\nfrom master.txt line (\\d+)$"), QRegularExpression::MultilineOption);
        QFile file(samples + "flannel-vxlan/hosts/master.txt");
        QVERIFY(file.open(QFile::ReadOnly));
        const QStringList lines = QString::fromUtf8(file.readAll()).split('\n');
        int checked = 0;
        for (auto match = place.globalMatch(m_panel->facts().text()); match.hasNext(); ++checked) {
            const auto found = match.next();
            QCOMPARE(found.captured(1).trimmed(), lines.at(found.captured(2).toInt() - 1).trimmed());
        }
        QVERIFY(checked >= 4);
    }

    void offersAFilter()
    {
        load();
        click(*named("pod:default/tea-6fb46d899f-4zkt2"));
        auto *filter = m_panel->facts().findChild<QPushButton *>();
        QVERIFY(filter->isVisible() && !filter->isEnabled()); // no capture is open
        QCOMPARE(filter->text(), QString("Filter packets of this pod"));
        m_panel->setHasPackets(true);
        QSignalSpy wanted(m_panel.get(), &TopologyPanel::filterRequested);
        QTest::mouseClick(filter, Qt::LeftButton);
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(wanted.front().front().toString(), QString("ip.addr == 10.244.0.60"));
    }

    void arrowsWalkThroughTheDrawing()
    {
        load();
        view().setFocus();
        std::set<Subject> visited;
        for (const Qt::Key arrow : {Qt::Key_Down, Qt::Key_Down, Qt::Key_Down, Qt::Key_Down, Qt::Key_Right, Qt::Key_Right, Qt::Key_Right}) {
            key(arrow);
            QVERIFY(scene().current());
            visited.insert(*scene().current());
        }
        QVERIFY2(visited.size() >= 5, qPrintable(QString::number(visited.size())));
    }

    void typingSearches()
    {
        load();
        view().setFocus();
        QTest::keyClicks(&view(), "t");
        QLineEdit &search = m_panel->toolBar().search();
        QVERIFY(search.hasFocus());
        QTest::keyClicks(&search, "ea-6fb");
        QCOMPARE(search.text(), QString("tea-6fb"));
        QTest::keyClick(&search, Qt::Key_Return);
        QVERIFY(scene().current());
        QVERIFY(m_panel->facts().text().contains("tea-6fb46d899f-4zkt2"));
        search.setText("2a:3c:a0:e1:a9:b6"); // an address that only facts have
        QTest::keyClick(&search, Qt::Key_Return);
        QCOMPARE(scene().identity(*scene().current()), std::string("interface:VM-16-10-centos/flannel.1"));
        QTest::keyClick(&search, Qt::Key_Escape);
        QVERIFY(search.text().isEmpty() && view().hasFocus());
    }

    void foldsAndUnfolds()
    {
        load();
        QVERIFY(named("interface:master/cni0"));
        const Subject master = *named("node:master");
        QTest::mouseDClick(view().viewport(), Qt::LeftButton, {}, pointOf(master));
        QVERIFY(!named("interface:master/cni0"));
        QVERIFY(named("interface:VM-16-10-centos/cni0"));
        scene().setCurrent(named("node:master"));
        key(Qt::Key_Space);
        QVERIFY(named("interface:master/cni0"));
        click(*named("switch:master"));
        QVERIFY(!named("interface:master/cni0"));
        QTest::mouseClick(button("Expand"), Qt::LeftButton);
        QVERIFY(named("interface:master/cni0"));
        QTest::mouseClick(button("Collapse"), Qt::LeftButton);
        QVERIFY(!named("interface:VM-16-10-centos/cni0"));
    }

    void whatIsCurrentOutlivesANewLayout()
    {
        load();
        click(*named("interface:VM-16-10-centos/flannel.1"));
        m_panel->fold({Kind::Node, named("node:master")->node, 0});
        QVERIFY(scene().current());
        QCOMPARE(scene().identity(*scene().current()), std::string("interface:VM-16-10-centos/flannel.1"));
    }

    void zooms()
    {
        load();
        const double fitted = view().zoom();
        key(Qt::Key_Plus);
        QVERIFY(view().zoom() > fitted && !view().isFitting());
        key(Qt::Key_Minus);
        key(Qt::Key_Minus);
        QVERIFY(view().zoom() < fitted);
        key(Qt::Key_Home);
        QCOMPARE(view().zoom(), fitted);
        QWheelEvent wheel({40, 40}, view().viewport()->mapToGlobal(QPointF(40, 40)), {}, {0, 120}, Qt::NoButton, Qt::ControlModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(view().viewport(), &wheel);
        QVERIFY(view().zoom() > fitted);
    }

    void dragPans()
    {
        load();
        view().setZoom(2);
        const QPointF before = view().mapToScene(0, 0);
        QTest::mousePress(view().viewport(), Qt::LeftButton, {}, {300, 300});
        QTest::mouseMove(view().viewport(), {260, 280});
        QTest::mouseMove(view().viewport(), {200, 250});
        QTest::mouseRelease(view().viewport(), Qt::LeftButton, {}, {200, 250});
        QVERIFY(view().mapToScene(0, 0).x() > before.x());
        QVERIFY(!scene().current()); // a drag is no click
    }

    void layers()
    {
        load("calico-bgp-mesh");
        QVERIFY(count(Kind::BgpSession) > 0);
        QTest::mouseClick(button("BGP"), Qt::LeftButton);
        QCOMPARE(count(Kind::BgpSession), std::size_t(0));
    }

    void choosingSnapshotsDrawsAnew()
    {
        load();
        QVERIFY(named("interface:VM-16-10-centos/cni0"));
        const std::size_t master = m_snapshots->loaded()[0].snapshot->name == "master.txt" ? 0 : 1;
        m_snapshots->chooseOnly(master);
        QTRY_VERIFY(!m_snapshots->isBusy());
        QVERIFY(!named("interface:VM-16-10-centos/cni0"));
        QVERIFY(named("interface:master/cni0"));
    }

    void aPacketLightsWhatItHasToDoWith()
    {
        load();
        m_panel->setPacket(PacketAddresses{IpAddress::parse("172.27.0.11"), IpAddress::parse("172.27.16.10"), IpAddress::parse("10.244.0.60"),
                                           IpAddress::parse("10.244.1.3")});
        std::set<std::string> lit;
        for (const QGraphicsItem *item : scene().items())
            if (const auto *part = qgraphicsitem_cast<const PartItem *>(item); part && part->isLit())
                lit.insert(scene().identity(part->subject()));
        QVERIFY(lit.contains("pod:default/tea-6fb46d899f-4zkt2"));
        QVERIFY(lit.contains("interface:master/flannel.1") && lit.contains("interface:VM-16-10-centos/eth0"));
        QVERIFY(!lit.contains("interface:master/docker0"));
    }

    void goesToPaper()
    {
        load();
        const TopologyFigure paper = m_panel->paper();
        for (const Part &part : paper.parts)
            QVERIFY(part.subject.kind != Kind::Switch); // signs for a pointer
        const QByteArray svg = figureSvg(*m_snapshots->cluster(), paper);
        QXmlStreamReader xml(svg);
        QString text;
        while (!xml.atEnd())
            if (xml.readNext() == QXmlStreamReader::Characters)
                text += xml.text();
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        QVERIFY(text.contains("flannel-vxlan across an L3 border") && text.contains("master.txt"));
        static const QRegularExpression time(QStringLiteral("20\\d\\d-\\d\\d-\\d\\d \\d\\d:\\d\\d"));
        QVERIFY(text.contains(time));
        const QImage image = figureImage(paper);
        QVERIFY2(image.width() >= 2560, qPrintable(QString::number(image.width())));
        QCOMPARE(image.pixelColor(2, 2), QColor(Qt::white));
        QBuffer pdf;
        QVERIFY(pdf.open(QBuffer::WriteOnly));
        QVERIFY(writeFigurePdf(paper, pdf));
        QVERIFY(pdf.data().startsWith("%PDF-") && pdf.data().size() > 10'000);
    }

    void savesByTheFilesSuffix()
    {
        load();
        const QTemporaryDir folder;
        for (const auto &[name, beginning] : {std::pair("a.svg", "<?xml"), {"b.png", "\x89PNG"}, {"c.pdf", "%PDF-"}}) {
            QVERIFY(saveFigure(*m_snapshots->cluster(), m_panel->paper(), folder.filePath(name)));
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QFile::ReadOnly));
            QVERIFY2(file.read(8).startsWith(beginning), name);
        }
        QVERIFY(!saveFigure(*m_snapshots->cluster(), m_panel->paper(), folder.filePath("none/a.svg")));
    }

    void everythingHasAName()
    {
        load();
        QVERIFY(!view().accessibleName().isEmpty());
        for (const auto *one : m_panel->toolBar().findChildren<QToolButton *>())
            if (one->isVisible())
                QVERIFY2(!one->accessibleName().isEmpty() || !one->text().isEmpty(), qPrintable(one->objectName()));
        for (const Part &part : scene().figure().parts)
            if (part.subject.kind == Kind::Node || part.subject.kind == Kind::Pod || part.subject.kind == Kind::Interface)
                QVERIFY(!part.name.empty());
    }

    void speaksChinese()
    {
        load();
        Language language;
        language.setCode("zh_CN");
        QTRY_COMPARE(button("导出") != nullptr, true);
        QVERIFY(QString::fromStdString(scene().figure().caption).contains("2 个节点"));
        click(*named("interface:master/flannel.1"));
        QVERIFY2(m_panel->facts().text().contains("来自 master.txt 第"), qPrintable(m_panel->facts().text()));
    }
};

QTEST_MAIN(TopologyPanelTest)
#include "tst_topologypanel.moc"
