#include "tests/support/testcapture.h"
#include "ui/panels/comparecell.h"
#include "ui/panels/comparepanel.h"
#include "ui/shared/selection.h"

#include <QTest>

using namespace vethscope;

/// The two networks side by side, as widgets: clicks, keys, names for screen readers.
class ComparePanelTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cardsSelectTheirField();
    void selectionLightsItsCard();
    void cardsTellScreenReaders();
    void nativePacketsHaveOneSide();
    void followsOnlyWhileShown();
    void fitsABeamer();

private:
    CompareCard *card(Aspect aspect, Scope side) const;

    TestCapture m_capture{headOverVxlan(), pingOverIpip(), nativeQuery()};
    std::unique_ptr<Selection> m_selection;
    std::unique_ptr<ComparePanel> m_panel;
};

void ComparePanelTest::init()
{
    m_panel.reset();
    m_selection = std::make_unique<Selection>(m_capture.open());
    m_panel = std::make_unique<ComparePanel>(*m_selection);
    m_panel->resize(1024, 600);
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
    m_selection->setRow(0);
}

CompareCard *ComparePanelTest::card(Aspect aspect, Scope side) const
{
    const auto &rows = m_panel->comparison().rows;
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (rows[i].aspect == aspect)
            return m_panel->cards()[i * 2 + (side == Scope::Overlay ? 1 : 0)];
    return nullptr;
}

void ComparePanelTest::cardsSelectTheirField()
{
    QTest::mouseClick(card(Aspect::DestinationMac, Scope::Overlay), Qt::LeftButton);
    QCOMPARE(m_selection->place(), octets(50, 6));
    card(Aspect::SourceIp, Scope::Underlay)->setFocus();
    QTest::keyClick(card(Aspect::SourceIp, Scope::Underlay), Qt::Key_Space);
    QCOMPARE(m_selection->place(), octets(26, 4));
}

void ComparePanelTest::selectionLightsItsCard()
{
    m_selection->setBit(22 * 8); // the outer TTL
    const auto cornerOf = [](CompareCard *shown) { return shown->grab().toImage().pixelColor(shown->width() / 2, 3); };
    QVERIFY(cornerOf(card(Aspect::Ttl, Scope::Underlay)) != cornerOf(card(Aspect::Ttl, Scope::Overlay)));
}

void ComparePanelTest::cardsTellScreenReaders()
{
    QCOMPARE(card(Aspect::Ttl, Scope::Underlay)->accessibleName(), "Underlay, TTL: 64. each router of the underlay takes one");
    m_selection->setRow(1);
    QCOMPARE(card(Aspect::SourceMac, Scope::Overlay)->accessibleName(), "Overlay, Source MAC: none. the overlay has no Ethernet header");
    QVERIFY(!card(Aspect::SourceMac, Scope::Overlay)->isEnabled());
}

void ComparePanelTest::nativePacketsHaveOneSide()
{
    m_selection->setRow(2);
    QVERIFY(card(Aspect::Ports, Scope::Underlay)->isVisible());
    QVERIFY(!card(Aspect::Ports, Scope::Overlay)->isVisible());
    m_selection->setRow(-1);
    QVERIFY(m_panel->cards().empty());
    m_selection->setRow(0);
    QVERIFY(card(Aspect::Ports, Scope::Overlay)->isVisible());
}

void ComparePanelTest::followsOnlyWhileShown()
{
    m_panel->hide();
    m_selection->setRow(1);
    QCOMPARE(m_panel->comparison().added, 50u);
    m_panel->show();
    QCOMPARE(m_panel->comparison().added, 20u);
}

void ComparePanelTest::fitsABeamer()
{
    QVERIFY(m_panel->widget()->minimumSizeHint().width() <= 1024 - 20);
}

QTEST_MAIN(ComparePanelTest)
#include "tst_comparepanel.moc"
