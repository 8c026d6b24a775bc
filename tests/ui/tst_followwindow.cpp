#include <QTest>

#include "ui/filters/filterbar.h"
#include "ui/follow/followmenu.h"
#include "ui/follow/followoptions.h"
#include "ui/follow/followwindow.h"
#include "ui/mainwindow.h"
#include "ui/models/packetlistmodel.h"
#include "ui/shared/language.h"
#include "ui/shared/preferences.h"
#include "ui/shared/selection.h"
#include "ui/theme/palette.h"
#include "ui/windows/companionwindows.h"

#include <QComboBox>
#include <QMenu>
#include <QScrollBar>
#include <QSpinBox>
#include <QTextBlock>

#include <cmath>
#include <memory>
#include <span>
#include <string>

using namespace vethscope;

// Analyze ▸ Follow, beside the main window. That the bytes are tshark's: tst_tsharkfollow.

namespace {

const QString sample = QStringLiteral(VETHSCOPE_SOURCE_DIR "/resources/samples/flannel-vxlan/captures/master.eth0.pcapng");
constexpr int request = 12, answer = 14; // of HTTP, in the tunnel: packets as `tshark -Y http` numbers them

double luminance(const QColor &colour)
{
    const auto part = [](double value) { return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4); };
    return 0.2126 * part(colour.redF()) + 0.7152 * part(colour.greenF()) + 0.0722 * part(colour.blueF());
}

// WCAG 2.1, section 1.4.3.
double contrast(const QColor &a, const QColor &b)
{
    const double first = luminance(a), second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

} // namespace

class FollowWindowTest : public QObject
{
    Q_OBJECT

    Theme m_theme;
    Language m_language;
    Preferences m_preferences{Preferences::Keep::Nothing};
    std::unique_ptr<MainWindow> m_window;

    FollowWindow &followed(const char *kind, int packet)
    {
        m_window->selectPacket(packet);
        m_window->windows().action(kind).trigger();
        FollowWindow &window = *m_window->windows().window<FollowWindow>(kind);
        settle(window);
        return window;
    }

    void settle(FollowWindow &window)
    {
        QTRY_VERIFY(!window.isBusy());
        QTRY_VERIFY(m_window->isSettled());
    }

    QString filter() const { return m_window->listModel().filter().expression().c_str(); }

    // Where in the text it stands.
    static void moveTo(FollowView &view, const QString &text)
    {
        QVERIFY2(view.toPlainText().contains(text), qPrintable(text));
        QTextCursor cursor(view.document());
        cursor.setPosition(int(view.toPlainText().indexOf(text)));
        view.setTextCursor(cursor);
    }

private slots:
    void init()
    {
        m_window = std::make_unique<MainWindow>(m_theme, m_language, m_preferences);
        m_window->show();
        m_window->open({sample});
        QTRY_VERIFY(m_window->isSettled());
    }

    void cleanup()
    {
        m_language.setCode("en");
        Palette::setDark(false);
        m_window.reset();
    }

    void showsWhatBothSaid()
    {
        FollowWindow &window = followed("followTcp", request);
        QVERIFY(window.stream());
        QCOMPARE(filter(), QString::fromStdString(window.stream()->name.filter()));
        QVERIFY(m_window->listModel().rowCount() > 2);
        QVERIFY(m_window->listModel().rowOf(request - 1) >= 0 && m_window->listModel().rowOf(answer - 1) >= 0);
        const QString text = window.view().toPlainText();
        QVERIFY(text.startsWith("GET / HTTP/1.1\n"));
        QVERIFY(text.contains("HTTP/1.1 200 OK\n"));
        QCOMPARE(window.stream()->turns, std::size_t(2));
        QVERIFY2(window.summary().contains("turns: 2"), qPrintable(window.summary()));
        QVERIFY2(window.windowTitle().contains(filter()), qPrintable(window.windowTitle()));
    }

    void leadsToThePacket()
    {
        FollowWindow &window = followed("followTcp", request);
        moveTo(window.view(), "HTTP/1.1 200");
        QTest::keyClick(&window.view(), Qt::Key_Return);
        QCOMPARE(m_window->selection().row(), answer - 1);
        moveTo(window.view(), "GET /");
        QTest::mouseClick(window.view().viewport(), Qt::LeftButton, {}, window.view().cursorRect().center() + QPoint(4, 0));
        QCOMPARE(m_window->selection().row(), request - 1);
    }

    void showsOneSide()
    {
        FollowWindow &window = followed("followTcp", request);
        window.options().directions().setCurrentIndex(1);
        QVERIFY(window.view().toPlainText().contains("GET /") && !window.view().toPlainText().contains("200 OK"));
        window.options().directions().setCurrentIndex(2);
        QVERIFY(!window.view().toPlainText().contains("GET /") && window.view().toPlainText().contains("200 OK"));
        QVERIFY(window.saved().startsWith("HTTP/1.1 200 OK\r\n"));
    }

    void writesInFormats()
    {
        FollowWindow &window = followed("followTcp", request);
        window.options().setFormat(StreamFormat::HexDump);
        QVERIFY(window.view().toPlainText().startsWith("00000000  47 45 54 20"));
        window.options().setFormat(StreamFormat::Yaml);
        QVERIFY(window.view().toPlainText().startsWith("peers:\n  - peer: 0\n    host: 10.244."));
        window.options().setFormat(StreamFormat::Raw);
        QVERIFY(window.view().toPlainText().startsWith("474554"));
        const auto &bytes = window.stream()->bytes;
        QCOMPARE(window.saved(), QByteArray(reinterpret_cast<const char *>(bytes.data()), qsizetype(bytes.size())));
        window.options().setFormat(StreamFormat::Ascii);
    }

    void marksWhoSpeaksWithoutColour()
    {
        FollowWindow &window = followed("followTcp", request);
        moveTo(window.view(), "GET /");
        const int client = window.view().textCursor().block().userState();
        moveTo(window.view(), "HTTP/1.1 200");
        const int server = window.view().textCursor().block().userState();
        QVERIFY(client > 0 && server > 0 && client != server);
    }

    void bothScopesCanBeFollowed()
    {
        m_window->selectPacket(request);
        QMenu menu;
        FollowMenu::fill(menu, m_window->windows(), m_window->windows().context());
        QStringList titles;
        for (const QAction *action : menu.actions().front()->menu()->actions())
            titles << action->text();
        QCOMPARE(titles, (QStringList{"TCP Stream · Overlay", "HTTP Stream · Overlay", "UDP Stream · Underlay"}));
        menu.actions().front()->menu()->actions().back()->trigger();
        FollowWindow &window = *m_window->windows().window<FollowWindow>("followUdp");
        settle(window);
        QVERIFY(window.stream() && window.stream()->name.content == StreamContent::Udp);
        QCOMPARE(window.stream()->client.end.port == 8472 || window.stream()->server.end.port == 8472, true);
    }

    void anotherByNumber()
    {
        FollowWindow &window = followed("followTcp", request);
        const QString before = window.view().toPlainText();
        QVERIFY(window.options().number().maximum() > 0);
        window.options().number().setValue(window.options().number().value() == 0 ? 1 : 0);
        settle(window);
        QCOMPARE(filter(), QStringLiteral("tcp.stream == %1").arg(window.options().number().value()));
        QVERIFY(window.view().toPlainText() != before);
    }

    void nothingToFollow()
    {
        m_window->applyFilter("arp");
        QTRY_VERIFY(m_window->isSettled());
        const int arp = m_window->listModel().displayed(0) + 1;
        m_window->applyFilter({});
        QTRY_VERIFY(m_window->isSettled());
        FollowWindow &window = followed("followTcp", arp);
        QVERIFY(!window.stream() || window.stream()->chunks.empty());
        QCOMPARE(filter(), QString());
    }

    void findsWords()
    {
        FollowWindow &window = followed("followTcp", request);
        QVERIFY(window.view().findWords("200 OK", false));
        QCOMPARE(window.view().textCursor().selectedText(), "200 OK");
        QVERIFY(window.view().findWords("GET /", false)); // from the other end on
        QVERIFY(!window.view().findWords("nowhere in it", true));
    }

    // Of a running capture there is more each second.
    void placeStaysWhileItGrows()
    {
        FollowedStream stream;
        const std::string lines = [] {
            std::string all;
            for (int line = 0; line < 200; ++line)
                all += "line " + std::to_string(line) + "\n";
            return all;
        }();
        stream.add(0, 0, true, std::as_bytes(std::span(lines)));
        FollowView view;
        view.resize(400, 300);
        view.show();
        const auto show = [&](const FollowedStream &all) { view.showStream(std::make_shared<FollowedStream>(all), StreamFormat::Ascii, StreamDirection::Both); };
        show(stream);
        QVERIFY(view.findWords("line 77", false));
        const int scrolled = view.verticalScrollBar()->value();
        QVERIFY(scrolled > 0);
        stream.add(1, 1, false, std::as_bytes(std::span(lines)));
        show(stream);
        QCOMPARE(view.document()->blockCount(), 401);
        QCOMPARE(view.textCursor().selectedText(), "line 77");
        QCOMPARE(view.verticalScrollBar()->value(), scrolled);
        stream.name.number = 1;
        show(stream); // another one begins at its beginning
        QCOMPARE(view.textCursor().position(), 0);
        QCOMPARE(view.verticalScrollBar()->value(), 0);
    }

    void contrasts_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }

    void contrasts()
    {
        QFETCH(bool, dark);
        Palette::setDark(dark);
        const FollowWindow &window = followed("followTcp", request);
        int looked = 0;
        for (QTextBlock block = window.view().document()->begin(); block.isValid(); block = block.next())
            for (auto part = block.begin(); part != block.end(); ++part) {
                const QTextCharFormat format = part.fragment().charFormat();
                const double reached = contrast(format.foreground().color(), format.background().color());
                QVERIFY2(reached >= 4.5, qPrintable(QString::number(reached)));
                ++looked;
            }
        QVERIFY(looked >= 2);
    }

    void closesWithTheCapture()
    {
        FollowWindow &window = followed("followTcp", request);
        m_window->commands()[Command::CloseFile].trigger();
        QTRY_VERIFY(!window.isBusy());
        QCOMPARE(window.view().isVisible(), false);
    }
};

QTEST_MAIN(FollowWindowTest)
#include "tst_followwindow.moc"
