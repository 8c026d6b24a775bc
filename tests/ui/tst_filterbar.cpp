#include "tests/support/packets.h"
#include "ui/filters/completionpopup.h"
#include "ui/filters/filterbar.h"
#include "ui/filters/filteredit.h"
#include "ui/shared/preferences.h"

#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace vethscope;

class FilterBarTest : public QObject
{
    Q_OBJECT

    Preferences m_preferences{Preferences::Keep::Nothing};
    std::unique_ptr<QWidget> m_window;
    FilterBar *m_bar = nullptr;
    FilterEdit *m_edit = nullptr;
    CompletionPopup *m_popup = nullptr;

    QString state() const { return m_bar->property("state").toString(); }
    void type(const char *text) { QTest::keyClicks(m_edit, QString::fromLatin1(text)); }

private slots:
    void init()
    {
        m_window = std::make_unique<QWidget>();
        m_window->resize(1000, 600);
        m_bar = new FilterBar(test::registry(), m_preferences, m_window.get());
        m_bar->setGeometry(0, 0, 1000, 40);
        m_edit = m_bar->findChild<FilterEdit *>();
        m_popup = m_bar->findChild<CompletionPopup *>();
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        m_bar->focusEdit();
    }

    void hasAName()
    {
        QCOMPARE(m_edit->accessibleName(), QString("Display filter"));
        QVERIFY(m_edit->placeholderText().contains("Ctrl+/"));
    }

    void whatIsWrongIsCountedInCharacters()
    {
        const QString written = QStringLiteral("dns.qry.name == \"中文\" && nosuchfield");
        m_edit->setText(written);
        const auto compiled = Filter::compile(written.toStdString(), test::registry());
        QVERIFY(!compiled);
        const FilterEdit::Characters place = m_edit->charactersOf(compiled.error());
        QCOMPARE(written.mid(place.start, place.length), QString("nosuchfield"));
        m_edit->setText(QStringLiteral("  ") + written);
        QCOMPARE(m_edit->charactersOf(compiled.error(), 2).start, place.start);
    }

    void isColouredWhileTyping_data()
    {
        QTest::addColumn<QString>("expression");
        QTest::addColumn<QString>("state");
        QTest::newRow("nothing") << "" << "empty";
        QTest::newRow("blank") << "  " << "empty";
        QTest::newRow("protocol") << "vxlan" << "valid";
        QTest::newRow("comparison") << "ip.addr == 10.244.0.0/16" << "valid";
        QTest::newRow("incomplete") << "ip.addr ==" << "invalid";
        QTest::newRow("unknown name") << "vxlan && nosuchfield" << "invalid";
        QTest::newRow("both without parentheses") << "ip && tcp || udp" << "doubtful";
        QTest::newRow("names without hosts") << "k8s.src.pod == \"web\"" << "doubtful";
        QTest::newRow("doubtful and unfinished") << "ip && tcp || udp ==" << "invalid";
        QTest::newRow("not ASCII") << "dns.qry.name == \"中文\" &&" << "invalid";
    }

    void isColouredWhileTyping()
    {
        QFETCH(QString, expression);
        m_bar->setExpression(expression);
        QTEST(state(), "state");
    }

    void saysWhatIsWrong()
    {
        QSignalSpy problems(m_bar, &FilterBar::problemChanged);
        m_bar->setExpression("vxlan && nosuchfield");
        QCOMPARE(problems.count(), 1);
        QVERIFY(problems.last().front().toString().contains("(character 10)"));
        QVERIFY(m_edit->toolTip().contains("character 10"));
        m_bar->setExpression("vxlan");
        QCOMPARE(problems.last().front().toString(), QString());
    }

    // Yellow, with a reason, and applied all the same.
    void saysWhatIsDoubtful()
    {
        QSignalSpy problems(m_bar, &FilterBar::problemChanged), doubts(m_bar, &FilterBar::doubtChanged), applied(m_bar, &FilterBar::applied);
        m_bar->setExpression("ip && tcp || udp");
        QCOMPARE(problems.count(), 0);
        QCOMPARE(doubts.last().front().toString(), QString("\"&&\" binds tighter than \"||\"; parentheses would say which is meant (character 4)"));
        QCOMPARE(m_edit->toolTip(), doubts.last().front().toString());
        QCOMPARE(m_edit->accessibleDescription(), m_edit->toolTip());
        QTest::keyClick(m_edit, Qt::Key_Return);
        QCOMPARE(applied.count(), 1);
        m_bar->setExpression("(ip && tcp) || udp");
        QCOMPARE(state(), QString("valid"));
        QCOMPARE(doubts.last().front().toString(), QString());
        QCOMPARE(m_edit->toolTip(), QString());
    }

    void namesAreDoubtfulWithoutHosts()
    {
        QSignalSpy doubts(m_bar, &FilterBar::doubtChanged);
        m_bar->setExpression("  tcp && k8s.src.pod == \"web\"");
        QCOMPARE(state(), QString("doubtful"));
        QCOMPARE(doubts.last().front().toString(), QString("no host snapshot is loaded: k8s fields are in no packet (character 8)"));
        m_bar->setHostsKnown(true);
        QCOMPARE(state(), QString("valid"));
        QCOMPARE(doubts.last().front().toString(), QString());
        m_bar->setHostsKnown(false);
        QCOMPARE(state(), QString("doubtful"));
    }

    void appliesWithEnter()
    {
        QSignalSpy applied(m_bar, &FilterBar::applied);
        type("vxlan");
        QCOMPARE(applied.count(), 0);
        QTest::keyClick(m_edit, Qt::Key_Return);
        QCOMPARE(applied.count(), 1);
        QCOMPARE(QString::fromStdString(applied.front().front().value<Filter>().expression()), QString("vxlan"));
        QCOMPARE(m_preferences.list(preference::recentFilters).front(), QString("vxlan"));
    }

    void doesNotApplyWhatIsInvalid()
    {
        QSignalSpy applied(m_bar, &FilterBar::applied);
        type("vxlan &&");
        QTest::keyClick(m_edit, Qt::Key_Return);
        QCOMPARE(applied.count(), 0);
        QCOMPARE(m_bar->expression(), QString("vxlan &&"));
    }

    void clearsWithEscape()
    {
        m_bar->setExpression("vxlan");
        m_bar->apply();
        QSignalSpy applied(m_bar, &FilterBar::applied);
        QTest::keyClick(m_edit, Qt::Key_Escape);
        QCOMPARE(applied.count(), 1);
        QVERIFY(applied.front().front().value<Filter>().empty());
        QCOMPARE(m_bar->expression(), QString());
    }

    void proposesNames_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("first");
        QTest::newRow("protocol") << "vx" << "vxlan";
        QTest::newRow("fields behind a dot") << "vxlan." << "vxlan.flag_i";
        QTest::newRow("field") << "ip.sr" << "ip.src";
        QTest::newRow("second operand") << "tcp && udp.dst" << "udp.dstport";
        QTest::newRow("scope") << "ove" << "overlay.";
        QTest::newRow("inner field") << "overlay.ip.ds" << "overlay.ip.dsfield";
        QTest::newRow("one letter is too little") << "v" << "";
        QTest::newRow("a number is no name") << "tcp.port == 80" << "";
    }

    void proposesNames()
    {
        QFETCH(QString, typed);
        QFETCH(QString, first);
        QTest::keyClicks(m_edit, typed);
        QCOMPARE(m_popup->isVisible(), !first.isEmpty());
        if (first.isEmpty())
            return;
        bool found = false;
        for (int row = 0; row < m_popup->model()->rowCount(); ++row)
            found |= m_popup->model()->index(row, 0).data().toString() == first;
        QVERIFY2(found, qPrintable("proposed first: " + m_popup->first()));
    }

    void tabAcceptsAProposal()
    {
        type("tcp && vxl");
        QTest::keyClick(m_edit, Qt::Key_Tab);
        QCOMPARE(m_bar->expression(), QString("tcp && vxlan"));
        QVERIFY(!m_popup->isVisible());
        QVERIFY(m_edit->hasFocus());
    }

    void escapeClosesProposalsFirst()
    {
        type("vxl");
        QTest::keyClick(m_edit, Qt::Key_Escape);
        QVERIFY(!m_popup->isVisible());
        QCOMPARE(m_bar->expression(), QString("vxl"));
    }

    void arrowsChooseAProposal()
    {
        type("ip.sr");
        QTest::keyClick(m_edit, Qt::Key_Down);
        const QString chosen = m_popup->chosen();
        QVERIFY(chosen.startsWith("ip.sr"));
        QTest::keyClick(m_edit, Qt::Key_Return);
        QCOMPARE(m_bar->expression(), chosen);
    }
};

QTEST_MAIN(FilterBarTest)
#include "tst_filterbar.moc"
