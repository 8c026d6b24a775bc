#include <QTest>

#include "ui/mainwindow.h"
#include "ui/models/packetlistmodel.h"
#include "ui/protocols/protocolsmodel.h"
#include "ui/protocols/protocolswindow.h"
#include "ui/shared/language.h"
#include "ui/shared/preferences.h"
#include "ui/windows/companionwindows.h"

#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeView>

using namespace vethscope;

// Analyze ▸ Enabled Protocols, beside the main window.

namespace {

const QString vxlanSample = QStringLiteral(VETHSCOPE_SOURCE_DIR "/resources/samples/flannel-vxlan/captures/master.eth0.pcapng");

} // namespace

class ProtocolsWindowTest : public QObject
{
    Q_OBJECT

    Theme m_theme;
    Language m_language;
    Preferences m_preferences{Preferences::Keep::Nothing};
    std::unique_ptr<MainWindow> m_window;

    void make()
    {
        m_window.reset();
        m_window = std::make_unique<MainWindow>(m_theme, m_language, m_preferences);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        m_window->open({vxlanSample});
        QTRY_VERIFY(m_window->isSettled());
    }

    ProtocolsWindow &shown()
    {
        m_window->windows().action("protocols").trigger();
        return *m_window->windows().window<ProtocolsWindow>("protocols");
    }

    int rowsOf(const QString &filter)
    {
        m_window->applyFilter(filter);
        [&] { QTRY_VERIFY(m_window->isSettled()); }();
        return m_window->listModel().rowCount();
    }

    static QModelIndex rowOf(const ProtocolsWindow &window, const QString &name)
    {
        const QAbstractItemModel &model = *window.view().model();
        for (int row = 0; row < model.rowCount(); ++row)
            if (model.index(row, ProtocolsModel::Name).data().toString() == name)
                return model.index(row, ProtocolsModel::Name);
        return {};
    }

    void set(const ProtocolsWindow &window, const QString &name, Qt::CheckState state)
    {
        QVERIFY(window.view().model()->setData(rowOf(window, name), state, Qt::CheckStateRole));
        QTRY_VERIFY(m_window->isSettled());
    }

private slots:
    void cleanup() { m_window.reset(); }

    void aSwitchHoldsAtOnce()
    {
        make();
        ProtocolsWindow &window = shown();
        QAbstractItemModelTester tester(window.view().model());
        QCOMPARE(rowsOf("vxlan"), 83); // tshark -Y vxlan
        set(window, "vxlan", Qt::Unchecked);
        QCOMPARE(rowsOf("vxlan"), 0);
        QCOMPARE(rowsOf("udp.port == 8472 && data"), 83);
        set(window, "vxlan", Qt::Checked);
        QCOMPARE(rowsOf("vxlan"), 83);
    }

    void isRemembered()
    {
        make();
        set(shown(), "dns", Qt::Unchecked);
        QCOMPARE(m_preferences.list(preference::disabledProtocols), QStringList{"dns"});
        make();
        QCOMPARE(rowsOf("dns"), 0);
        QCOMPARE(rowOf(shown(), "dns").data(Qt::CheckStateRole).toInt(), int(Qt::Unchecked));
        shown().enableAll().click();
        QVERIFY(m_preferences.list(preference::disabledProtocols).isEmpty());
        QVERIFY(rowsOf("dns") > 0);
    }

    // What one profile has switched off stays with it.
    void boxesAreTheProfiles()
    {
        make();
        ProtocolsWindow &window = shown();
        set(window, "dns", Qt::Unchecked);
        m_preferences.setProfile(QStringLiteral("Other"));
        QTRY_VERIFY(m_window->isSettled());
        QCOMPARE(rowOf(window, "dns").data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
        set(window, "arp", Qt::Unchecked);
        QCOMPARE(m_preferences.list(preference::disabledProtocols), QStringList{"arp"});
        m_preferences.setProfile(Preferences::usualProfile);
        QTRY_VERIFY(m_window->isSettled());
        QCOMPARE(m_preferences.list(preference::disabledProtocols), QStringList{"dns"});
        QCOMPARE(rowOf(window, "dns").data(Qt::CheckStateRole).toInt(), int(Qt::Unchecked));
        QCOMPARE(rowOf(window, "arp").data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
        set(window, "dns", Qt::Checked);
    }

    void buttonsAreForWhatIsListed()
    {
        make();
        ProtocolsWindow &window = shown();
        window.search().setText("vxlan");
        const int listed = window.view().model()->rowCount();
        QVERIFY(listed >= 1 && listed < window.model().rowCount());
        window.disableAll().click();
        QCOMPARE(int(window.model().disabled().size()), listed);
        window.invert().click();
        QVERIFY(window.model().disabled().isEmpty());
        window.search().clear();
        QVERIFY(!rowOf(window, "frame").isValid()); // no header
        QVERIFY(!rowOf(window, "data").isValid());
    }
};

QTEST_MAIN(ProtocolsWindowTest)
#include "tst_protocolswindow.moc"
