#include "tests/support/testcapture.h"
#include "ui/models/packettreemodel.h"
#include "ui/panels/detailpanel.h"
#include "ui/panels/packettreeview.h"
#include "ui/shared/selection.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QSignalSpy>
#include <QTest>

using namespace vethscope;

/// The tree under mouse and keyboard, and in step with the selection both ways.
class DetailPanelTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void opensScopesAndTunnelsAtFirst();
    void remembersWhatIsOpen();
    void keysOpenAndClose();
    void wholeTreeOpensAndCloses();
    void whatIsFoldedStaysSo();
    void backspaceAndLeftGoToTheParent();
    void clickSelects();
    void selectionOpensItsParents();
    void selectionIsNoWishToKeepThemOpen();
    void hoverTellsTheField();
    void lettersAreLeftToTheWindow();
    void copiesTheRow();
    void flatKeepsTheSelectedRow();

private:
    QModelIndex find(const QString &label, int occurrence = 0) const;
    bool isOpen(const QString &label, int occurrence = 0) const { return m_panel->view().isExpanded(find(label, occurrence)); }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(&m_panel->view(), key, modifiers); }

    TestCapture m_capture{headOverVxlan(), nativeQuery(), headOverVxlan()};
    std::unique_ptr<Selection> m_selection;
    std::unique_ptr<DetailPanel> m_panel;
};

void DetailPanelTest::init()
{
    m_selection = std::make_unique<Selection>(m_capture.open());
    m_panel = std::make_unique<DetailPanel>(*m_selection);
    m_panel->resize(700, 500);
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
    m_selection->setRow(0);
}

void DetailPanelTest::cleanup()
{
    m_panel.reset();
    m_selection.reset();
}

QModelIndex DetailPanelTest::find(const QString &label, int occurrence) const
{
    PacketTreeModel &model = m_panel->model();
    const QModelIndexList found = model.match(model.index(0, 0), Qt::DisplayRole, label, -1, Qt::MatchExactly | Qt::MatchRecursive);
    return found.value(occurrence);
}

void DetailPanelTest::opensScopesAndTunnelsAtFirst()
{
    QCOMPARE(m_panel->view().accessibleName(), "Packet details");
    QVERIFY(isOpen("Underlay"));
    QVERIFY(isOpen("Virtual eXtensible LAN"));
    QVERIFY(isOpen("Overlay"));
    QVERIFY(!isOpen("Frame 1"));
    QVERIFY(!isOpen("Ethernet II", 0));
    QVERIFY(!isOpen("Ethernet II", 1));
}

void DetailPanelTest::remembersWhatIsOpen()
{
    m_panel->view().expand(find("Ethernet II", 1)); // the overlay's
    m_panel->view().collapse(find("Overlay"));
    m_selection->setRow(1);
    QVERIFY(!isOpen("Ethernet II", 0)); // another depth is another row
    m_selection->setRow(2);
    QVERIFY(isOpen("Ethernet II", 1));
    QVERIFY(!isOpen("Ethernet II", 0));
    QVERIFY(!isOpen("Overlay"));
}

void DetailPanelTest::keysOpenAndClose()
{
    m_panel->view().setCurrentIndex(find("Internet Protocol Version 4", 1));
    key(Qt::Key_Right);
    QVERIFY(isOpen("Internet Protocol Version 4", 1));
    key(Qt::Key_Left);
    QVERIFY(!isOpen("Internet Protocol Version 4", 1));
    key(Qt::Key_Return);
    QVERIFY(isOpen("Internet Protocol Version 4", 1));
    key(Qt::Key_Enter);
    QVERIFY(!isOpen("Internet Protocol Version 4", 1));
    key(Qt::Key_Right, Qt::ShiftModifier);
    QVERIFY(isOpen("Internet Protocol Version 4", 1));
    QVERIFY(isOpen("Flags", find("Flags", 1).parent() == find("Internet Protocol Version 4", 1) ? 1 : 2));
    QVERIFY(!isOpen("Internet Protocol Version 4", 0));
}

void DetailPanelTest::wholeTreeOpensAndCloses()
{
    m_panel->view().setCurrentIndex(find("Underlay"));
    key(Qt::Key_Right, Qt::ControlModifier);
    for (const char *label : {"Frame 1", "Ethernet II", "User Datagram Protocol", "Transmission Control Protocol"})
        QVERIFY2(isOpen(label), label);
    key(Qt::Key_Left, Qt::ControlModifier);
    QVERIFY(!isOpen("Frame 1"));
    QVERIFY(!isOpen("Underlay"));
}

// With a field selected inside: the row that hides it is selected then, and the next packet does not open it again.
void DetailPanelTest::whatIsFoldedStaysSo()
{
    m_selection->setBit(50 * 8);
    key(Qt::Key_Left, Qt::ControlModifier);
    QCOMPARE(m_panel->view().currentIndex(), find("Underlay"));
    m_selection->setRow(2);
    QVERIFY(!isOpen("Underlay"));
    key(Qt::Key_Right);
    QVERIFY(isOpen("Underlay"));
    QVERIFY(!isOpen("Ethernet II", 0));
}

void DetailPanelTest::backspaceAndLeftGoToTheParent()
{
    m_panel->view().setCurrentIndex(find("Ethernet II", 1));
    key(Qt::Key_Backspace);
    QCOMPARE(m_panel->view().currentIndex(), find("Overlay"));
    m_panel->view().setCurrentIndex(find("Ethernet II", 1));
    key(Qt::Key_Left);
    QCOMPARE(m_panel->view().currentIndex(), find("Overlay"));
    QCOMPARE(m_selection->node(), m_panel->model().nodeOf(find("Overlay")));
}

void DetailPanelTest::clickSelects()
{
    const QModelIndex udp = find("User Datagram Protocol");
    const QRect row = m_panel->view().visualRect(udp);
    QTest::mouseClick(m_panel->view().viewport(), Qt::LeftButton, {}, row.center());
    QCOMPARE(m_selection->node(), m_panel->model().nodeOf(udp));
    QCOMPARE(m_selection->place(), octets(34, 8));
    // The arrow stands left of the text, on the row's own band.
    QTest::mouseClick(m_panel->view().viewport(), Qt::LeftButton, {}, {row.left() - m_panel->view().indentation() / 2, row.center().y()});
    QVERIFY(m_panel->view().isExpanded(udp));
}

void DetailPanelTest::selectionOpensItsParents()
{
    m_selection->setBit(50 * 8); // inner destination MAC
    QCOMPARE(m_panel->view().currentIndex(), find("Destination", 1));
    QVERIFY(isOpen("Ethernet II", 1));
    QVERIFY(m_panel->view().viewport()->rect().intersects(m_panel->view().visualRect(find("Destination", 1))));
    m_selection->setNode(-1);
    QVERIFY(m_panel->view().selectionModel()->selectedIndexes().isEmpty());
}

void DetailPanelTest::selectionIsNoWishToKeepThemOpen()
{
    m_selection->setBit(50 * 8);
    m_selection->setRow(2);
    // The same field of the next packet stays lit, and so its header open, until the selection goes.
    QCOMPARE(m_panel->view().currentIndex(), find("Destination", 1));
    m_selection->setNode(-1);
    m_selection->setRow(1);
    QVERIFY(!isOpen("Ethernet II", 1));
}

void DetailPanelTest::hoverTellsTheField()
{
    QSignalSpy hovered(m_selection.get(), &Selection::hovered);
    QTest::mouseMove(m_panel->view().viewport(), m_panel->view().visualRect(find("Virtual eXtensible LAN")).center());
    QTRY_VERIFY(!hovered.isEmpty());
    QCOMPARE(hovered.last().front().toInt(), m_panel->model().nodeOf(find("Virtual eXtensible LAN")));
}

void DetailPanelTest::lettersAreLeftToTheWindow()
{
    QKeyEvent letter(QEvent::KeyPress, Qt::Key_I, {}, QStringLiteral("i"));
    QCoreApplication::sendEvent(&m_panel->view(), &letter);
    QVERIFY(!letter.isAccepted());
}

void DetailPanelTest::copiesTheRow()
{
    m_selection->setBit(50 * 8);
    key(Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), "Destination: 2a:3c:a0:e1:a9:b6");
    QCOMPARE(m_panel->model().fieldName(m_selection->node()), "eth.dst");
}

void DetailPanelTest::flatKeepsTheSelectedRow()
{
    m_selection->setBit(50 * 8); // inner destination MAC
    const int node = m_selection->node();
    m_panel->setFlat(true);
    QCOMPARE(m_selection->node(), node);
    QCOMPARE(m_panel->view().currentIndex(), m_panel->model().indexOf(node));
    QVERIFY(!find("Underlay").isValid());
    QVERIFY(isOpen("Ethernet II", 1)); // to show it
    QVERIFY(!isOpen("Virtual eXtensible LAN"));
    m_panel->view().expand(find("User Datagram Protocol"));
    m_selection->setRow(2);
    QVERIFY(isOpen("User Datagram Protocol"));
    m_panel->setFlat(false);
    QVERIFY(isOpen("Underlay"));
    QVERIFY(!isOpen("User Datagram Protocol")); // what is open in one is not in the other
}

QTEST_MAIN(DetailPanelTest)
#include "tst_detailpanel.moc"
