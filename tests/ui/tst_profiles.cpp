#include "core/filter/filterlists.h"
#include "core/profiles/profilefiles.h"
#include "core/profiles/wiresharkdecoderules.h"
#include "core/profiles/wiresharkpreferences.h"
#include "core/session/savedcolumns.h"
#include "tests/support/zipfile.h"
#include "ui/mainwindow.h"
#include "ui/models/listcolumns.h"
#include "ui/panels/packetlistpanel.h"
#include "ui/profiles/profilebutton.h"
#include "ui/profiles/profilesdialog.h"
#include "ui/shared/language.h"
#include "ui/shared/messagebar.h"
#include "ui/shared/preferences.h"

#include <QDir>
#include <QFile>
#include <QListWidget>
#include <QMenu>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace vethscope;
using namespace vethscope::test;

// What is remembered by profile, how files of settings that nobody can read are treated, and Wireshark's profiles.

namespace {

const QByteArray wiresharkPreferences = "# Configuration file for Wireshark 4.0.17.\n"
                                        "gui.column.format: \n"
                                        "\t\"No.\", \"%m\",\n"
                                        "\t\"When, \\\"exactly\\\"\", \"%t\",\n"
                                        "\t\"Source\", \"%s\",\n"
                                        "\t\"Stream\", \"%Cus:tcp.stream:0:R\",\n"
                                        "\t\"Inner\", \"%Cus:ip.src || arp.src.proto_ipv4:-1:U\",\n"
                                        "\t\"Port\", \"%uD\",\n"
                                        "\t\"Signal\", \"%e\",\n"
                                        "\t\"What\", \"%Cus:no.such.field\",\n"
                                        "\t\"Info\", \"%i\"\n"
                                        "gui.column.hidden: %uD\n"
                                        "nameres.mac_name: FALSE\n"
                                        "nameres.network_name: TRUE\n"
                                        "nameres.transport_name: true\n"
                                        "gui.geometry.save.position: TRUE\n";

const QString flannel = QStringLiteral(VETHSCOPE_SOURCE_DIR "/resources/samples/flannel-vxlan/captures/master.eth0.pcapng");

QString written(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    return file.open(QFile::WriteOnly) && file.write(bytes) == bytes.size() ? path : QString();
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray("cannot be read");
}

QStringList said(const std::vector<Sentence> &sentences)
{
    QStringList all;
    for (const Sentence &sentence : sentences)
        all << QString::fromStdString(sentence.english());
    return all;
}

} // namespace

class ProfilesTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    Theme m_theme;
    Language m_language;

    // A folder that no other row has.
    QString folder() const
    {
        static int number = 0;
        return m_folder.filePath(QString::number(++number));
    }

    static QStringList titles(MainWindow &window)
    {
        QStringList all;
        const ListColumns &columns = window.findChild<PacketListPanel *>()->columnSet();
        for (int place = 0; place < columns.count(); ++place)
            all << columns.title(place);
        return all;
    }

private slots:
    void cleanup() { m_language.setCode(QStringLiteral("en")); }

    void valuesBelongToProfiles()
    {
        const QString path = folder();
        {
            Preferences preferences(path);
            preferences.setValue(QStringLiteral("list/columns"), "mine");
            preferences.setValue(QStringLiteral("filters/anything"), "mine too");
            preferences.setValue(preference::theme, 2);
            preferences.setProfile(QStringLiteral("Calico"));
            QCOMPARE(preferences.value(QStringLiteral("list/columns")), QVariant());
            QCOMPARE(preferences.value(preference::theme).toInt(), 2);
            preferences.setValue(QStringLiteral("list/columns"), "others");
        }
        Preferences preferences(path);
        QCOMPARE(preferences.profile(), QStringLiteral("Calico"));
        QCOMPARE(preferences.value(QStringLiteral("list/columns")).toString(), QStringLiteral("others"));
        preferences.setProfile(Preferences::usualProfile);
        QCOMPARE(preferences.value(QStringLiteral("list/columns")).toString(), QStringLiteral("mine"));
        QCOMPARE(preferences.value(QStringLiteral("filters/anything")).toString(), QStringLiteral("mine too"));
        QCOMPARE(said(preferences.takeProblems()), QStringList());
        QVERIFY(contents(path + "/profiles/Calico/profile.conf").contains("columns=others"));
    }

    // Settings of a version without profiles.
    void olderSettingsBecomeTheUsualProfile()
    {
        const QString path = folder();
        written(path + "/Vethscope.conf", "[list]\ncolumns=old\n\n[look]\ntheme=1\n");
        Preferences preferences(path);
        QCOMPARE(preferences.value(preference::columns).toString(), QStringLiteral("old"));
        QCOMPARE(preferences.value(preference::theme).toInt(), 1);
        preferences.setProfile(QStringLiteral("New"));
        QCOMPARE(preferences.value(preference::columns), QVariant());
    }

    void filesThatCannotBeUsed_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("beside");
        QTest::addColumn<QString>("sentence");
        QTest::addColumn<QString>("columns");
        QTest::newRow("sound") << QByteArray("[list]\ncolumns=kept\n") << QString() << QString() << "kept";
        QTest::newRow("of a later version") << QByteArray("[list]\ncolumns=kept\n\n[settings]\nversion=7\n\n[world]\nnew=1\n") << ".later-1" << "written by a later version" << "kept";
        QTest::newRow("half written") << QByteArray("[list]\ncolumns=kept\ntimeFor") << ".damaged-1" << "are damaged" << "kept";
        QTest::newRow("zeros") << QByteArray(200, '\0') << ".damaged-1" << "are damaged" << QString();
        QTest::newRow("no settings") << QByteArray("<html>\n<body>\n") << ".damaged-1" << "are damaged" << QString();
    }

    void filesThatCannotBeUsed()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, beside);
        QFETCH(QString, sentence);
        const QString path = folder(), file = path + "/profiles/default/profile.conf";
        written(file, bytes);
        {
            Preferences preferences(path);
            QTEST(preferences.value(preference::columns).toString(), "columns");
            const QStringList problems = said(preferences.takeProblems());
            QCOMPARE(problems.size(), sentence.isEmpty() ? 0 : 1);
            QVERIFY2(problems.join(' ').contains(sentence), qPrintable(problems.join(' ')));
            preferences.setValue(preference::columns, "new");
        }
        if (!beside.isEmpty())
            QCOMPARE(contents(file + beside), bytes);
        Preferences again(path); // said once
        QCOMPARE(said(again.takeProblems()), QStringList());
        QCOMPARE(again.value(preference::columns).toString(), QStringLiteral("new"));
        if (bytes.contains("[world]"))
            QVERIFY(contents(file).contains("[world]\nnew=1"));
    }

    void whatCannotBeReadIsLeftAlone()
    {
        const QString path = folder();
        QVERIFY(QDir().mkpath(path + "/Vethscope.conf")); // a folder in its place: root can read all files
        Preferences preferences(path);
        QVERIFY2(said(preferences.takeProblems()).value(0).contains("cannot be"), "a sentence");
        preferences.setValue(preference::theme, 2);
        QCOMPARE(preferences.value(preference::theme).toInt(), 2);
        QVERIFY(QFileInfo(path + "/Vethscope.conf").isDir());
    }

    void wiresharkSettings()
    {
        const auto settings = readWiresharkSettings(wiresharkPreferences.toStdString());
        QCOMPARE(settings.at("nameres.network_name"), std::string("TRUE"));
        OpenCapture capture;
        const WiresharkColumns read = wiresharkColumns(settings, capture.registry());
        QStringList columns;
        for (const ColumnSpec &column : read.columns)
            columns << QStringLiteral("%1=%2%3%4%5").arg(QString::fromStdString(column.title), QString::fromUtf8(nameOf(column.column).data()),
                                                         column.expression.empty() ? QString() : ' ' + QString::fromStdString(column.expression),
                                                         column.occurrence ? QStringLiteral(" #%1").arg(column.occurrence) : QString(), column.isHidden ? " hidden" : "");
        QCOMPARE(columns, QStringList({"No.=number", "When, \"exactly\"=time", "Source=source", "Stream=field tcp.stream", "Inner=field ip.src || arp.src.proto_ipv4 #-1",
                                       "Port=field tcp.dstport || udp.dstport hidden", "Info=info"}));
        QCOMPARE(said(read.leftOut), QStringList({"the column \"Signal\" (%e): nothing here says the same", "the column \"What\" (%Cus:no.such.field): nothing here says the same"}));
    }

    void wiresharkFilters()
    {
        const FilterList saved = readSavedFilters("\"Tunnels \\\"all\\\"\" vxlan || gre\nno filter\n");
        QCOMPARE(saved.filters.size(), 1u);
        QCOMPARE(saved.filters[0].name, std::string("Tunnels \"all\""));
        QCOMPARE(saved.filters[0].expression, std::string("vxlan || gre"));
        QCOMPARE(said(saved.problems), QStringList("line 2 is no saved filter and was left out: no filter"));
        const FilterList buttons = readFilterButtons("# made by Wireshark\n\"TRUE\",\"Bad // TCP\",\"tcp.analysis.flags\",\"all of them\"\n\"FALSE\",\"x\",\"arp\",\"\"\n\"TRUE\"\n");
        QCOMPARE(buttons.filters.size(), 2u);
        QCOMPARE(buttons.filters[0].comment, std::string("all of them"));
        QVERIFY(buttons.filters[0].isShown && !buttons.filters[1].isShown);
        QCOMPARE(buttons.problems.size(), 1u);
        const auto rules = wiresharkDecodeRules("decode_as_entry: udp.port,8473,(none),VXLAN\ndecode_as_entry: ethertype,2048,IPv4,(none)\n");
        QCOMPARE(rules[0].rule.value_or(""), std::string("udp.port==8473,vxlan"));
        QVERIFY(!rules[1].rule);
    }

    void hostileArchives_data()
    {
        QTest::addColumn<QList<ZipPart>>("parts");
        QTest::addColumn<QString>("problem");
        const ZipPart sound{"Mine/preferences", wiresharkPreferences};
        QTest::newRow("leads out") << QList<ZipPart>{sound, {"../../../../tmp/preferences", "x"}} << "../../../../tmp/preferences leads out of the archive and was not read";
        QTest::newRow("absolute") << QList<ZipPart>{sound, {"/etc/hosts", "x"}} << "/etc/hosts leads out of the archive and was not read";
        QTest::newRow("a link") << QList<ZipPart>{sound, {"Mine/recent", "/etc/passwd", 0120777}} << "Mine/recent is no plain file and was not read";
        QTest::newRow("a device") << QList<ZipPart>{sound, {"Mine/hosts", "", 0020666}} << "Mine/hosts is no plain file and was not read";
        QTest::newRow("twice") << QList<ZipPart>{sound, sound} << "Mine/preferences is there twice; the second one was not read";
        QTest::newRow("too large") << QList<ZipPart>{sound, {"Mine/colorfilters", QByteArray(5 << 20, '@')}} << "colorfilters of the profile Mine is larger than 4194304 bytes";
    }

    void hostileArchives()
    {
        QFETCH(QList<ZipPart>, parts);
        QFETCH(QString, problem);
        const QString path = folder(), archive = written(m_folder.filePath(QStringLiteral("hostile.zip")), zipOf(parts));
        Preferences preferences(path);
        OpenCapture capture;
        ProfilesDialog dialog(preferences, capture.registry());
        const QString report = dialog.importFrom(archive);
        QVERIFY2(report.contains(problem), qPrintable(report));
        QVERIFY2(report.contains("Columns: 7"), qPrintable(report)); // the sound part is used all the same
        QCOMPARE(QDir(path + "/profiles").entryList(QDir::NoDotAndDotDot | QDir::AllEntries), QStringList({"default", "Mine"}));
        QCOMPARE(QDir(path + "/profiles/Mine").entryList(QDir::NoDotAndDotDot | QDir::AllEntries), QStringList("profile.conf"));
    }

    void noArchive()
    {
        Preferences preferences(folder());
        OpenCapture capture;
        ProfilesDialog dialog(preferences, capture.registry());
        QVERIFY(dialog.importFrom(written(m_folder.filePath(QStringLiteral("text.zip")), "only text")).contains("cannot be opened as an archive of profiles"));
        QVERIFY(dialog.importFrom(written(m_folder.filePath(QStringLiteral("other.zip")), zipOf({{"letter.txt", "x"}}))).contains("There is no profile in other.zip"));
        QVERIFY(dialog.importFrom(m_folder.filePath(QStringLiteral("none.zip"))).contains("cannot be opened"));
    }

    // A folder as Wireshark has it; what cannot be used is named.
    void wiresharkFolder()
    {
        const QString from = folder() + "/Kubernetes";
        written(from + "/preferences", wiresharkPreferences);
        written(from + "/colorfilters", "@Bad@tcp.analysis.flags@[4626,10023,11822][63479,34695,34695]\n!@ARP@arp@[64250,61680,55255][4626,10023,11822]\n");
        written(from + "/dfilters", "\"Tunnels\" vxlan\n");
        written(from + "/dfilter_buttons", "\"TRUE\",\"Bad\",\"tcp.analysis.flags\",\"\"\n");
        written(from + "/decode_as_entries", "decode_as_entry: udp.port,8473,(none),VXLAN\ndecode_as_entry: ethertype,2048,IPv4,(none)\n");
        written(from + "/recent", "gui.toolbar_main_show: TRUE\n");
        Preferences preferences(folder());
        OpenCapture capture;
        ProfilesDialog dialog(preferences, capture.registry());
        QCOMPARE(dialog.importFrom(from).split('\n'),
                 QStringList({"The profile “Kubernetes” is here.", "  • Colour rules: 2", "  • Decode As: 1", "  • Filter buttons: 1", "  • Saved filters: 1", "  • Columns: 7", "  • Name resolution: 3", "Not used:",
                              "  – “decode_as_entry: ethertype,2048,IPv4,(none)” of “decode_as_entries”", "  – the column \"Signal\" (%e): nothing here says the same",
                              "  – the column \"What\" (%Cus:no.such.field): nothing here says the same", "  – other settings in “preferences”: 1", "  – the file “recent”"}));
        preferences.setProfile(QStringLiteral("Kubernetes"));
        QCOMPARE(preferences.list(preference::decodeAs), QStringList("udp.port==8473,vxlan"));
        QVERIFY(preferences.value(QStringLiteral("list/colourRules")).toString().startsWith("@Bad@"));
        QCOMPARE(preferences.list(QStringLiteral("filters/saved")).size(), 1);
        QVERIFY(!preferences.value(preference::physicalNames, true).toBool() && preferences.value(preference::networkNames, false).toBool());
        QVERIFY(preferences.value(preference::transportNames, false).toBool());
        QCOMPARE(columnsOfText(preferences.value(preference::columns).toString().toStdString()).size(), 7u);
    }

    void thereAndBack()
    {
        const QString path = folder(), archive = m_folder.filePath(QStringLiteral("out.zip"));
        {
            Preferences preferences(path);
            preferences.setProfile(QStringLiteral("Flannel & co"));
            preferences.setValue(preference::columns, QString::fromStdString(columnsText(classicColumns())));
            OpenCapture capture;
            ProfilesDialog dialog(preferences, capture.registry());
            QCOMPARE(dialog.exportTo(archive), QString());
        }
        Preferences preferences(folder());
        OpenCapture capture;
        ProfilesDialog dialog(preferences, capture.registry());
        QVERIFY(dialog.importFrom(archive).contains("The profile “Flannel & co” is here."));
        QVERIFY(dialog.importFrom(archive).contains("The profile “Flannel & co 2” is here.")); // no profile is written over
        preferences.setProfile(QStringLiteral("Flannel & co"));
        QCOMPARE(columnsOfText(preferences.value(preference::columns).toString().toStdString()), classicColumns());
    }

    // Values that would be made objects of are not taken from elsewhere.
    void noObjectsFromArchives()
    {
        Preferences preferences(folder());
        OpenCapture capture;
        ProfilesDialog dialog(preferences, capture.registry());
        const QString report = dialog.importFrom(written(m_folder.filePath(QStringLiteral("odd.zip")), zipOf({{"Odd/profile.conf", "[list]\ncolumns=@Variant(\\0\\0\\0\\x7f)\ntimeDigits=3\n"}})));
        QVERIFY2(report.contains("the setting “columns”"), qPrintable(report));
        preferences.setProfile(QStringLiteral("Odd"));
        QCOMPARE(preferences.value(preference::columns), QVariant());
        QCOMPARE(preferences.value(preference::timeDigits).toInt(), 3);
    }

    void names_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("isOne");
        QTest::newRow("plain") << "Calico BGP" << true;
        QTest::newRow("other letters") << "底层网络" << true;
        QTest::newRow("a path") << "../../etc" << false;
        QTest::newRow("hidden") << ".ssh" << false;
        QTest::newRow("blanks") << "  " << false;
        QTest::newRow("of two lines") << "a\nb" << false;
        QTest::newRow("too long") << QString(201, 'x') << false;
        QTest::newRow("taken") << "default" << false;
    }

    void names()
    {
        QFETCH(QString, name);
        const QString path = folder();
        const QString problem = ProfileFolder(path).make(name);
        QTEST(problem.isEmpty(), "isOne");
        QCOMPARE(QDir(path + "/profiles").exists(name) && !name.trimmed().isEmpty() && !name.startsWith('.'), problem.isEmpty());
    }

    // The dialog: new, copied, renamed, removed, all of the profile in use.
    void dialog()
    {
        const QString path = folder();
        Preferences preferences(path);
        OpenCapture capture;
        ProfilesDialog dialog(preferences, capture.registry());
        QString answer = QStringLiteral("One");
        dialog.askForName = [&](const QString &, const QString &) { return answer; };
        dialog.mayGo = [](const QString &) { return true; };
        dialog.make();
        dialog.use();
        QCOMPARE(preferences.profile(), QStringLiteral("One"));
        preferences.setValue(preference::columns, "one");
        answer = QStringLiteral("Two");
        dialog.copy();
        answer = QStringLiteral("Uno");
        dialog.select(QStringLiteral("One"));
        dialog.rename();
        QCOMPARE(preferences.profile(), QStringLiteral("Uno"));
        QCOMPARE(preferences.value(preference::columns).toString(), QStringLiteral("one"));
        QCOMPARE(ProfileFolder(path).names(), QStringList({"default", "Two", "Uno"}));
        preferences.setProfile(QStringLiteral("Two"));
        QCOMPARE(preferences.value(preference::columns).toString(), QStringLiteral("one"));
        dialog.select(QStringLiteral("Two"));
        dialog.remove();
        QCOMPARE(preferences.profile(), Preferences::usualProfile);
        QCOMPARE(ProfileFolder(path).names(), QStringList({"default", "Uno"}));
        QCOMPARE(dialog.findChild<QListWidget *>()->count(), 2);
    }

    // What the list shows follows the profile, and stays with it.
    void windowFollows()
    {
        Preferences preferences(folder());
        MainWindow window(m_theme, m_language, preferences);
        window.show();
        const QStringList usual = titles(window);
        window.findChild<PacketListPanel *>()->setColumns(classicColumns());
        window.commands()[Command::TimeEpoch].trigger();
        window.commands()[Command::FlatTree].setChecked(true);
        preferences.setProfile(QStringLiteral("Other"));
        QVERIFY(!window.commands()[Command::FlatTree].isChecked());
        QCOMPARE(titles(window), usual);
        QVERIFY(window.commands()[Command::TimeSinceFirst].isChecked());
        auto *button = window.findChild<ProfileButton *>();
        QCOMPARE(button->text(), QStringLiteral("Profile: Other"));
        QCOMPARE(button->accessibleName(), QStringLiteral("Profile: Other"));
        emit button->menu()->aboutToShow();
        QCOMPARE(button->menu()->actions().front()->text(), Preferences::usualProfile);
        button->menu()->actions().front()->trigger();
        QCOMPARE(titles(window).size(), 7);
        QVERIFY(window.commands()[Command::TimeEpoch].isChecked());
        QVERIFY(window.commands()[Command::FlatTree].isChecked());
    }

    // Whatever of it another profile decides, the packets are read again once.
    void packetsAreReadAgainOnce()
    {
        Preferences preferences(folder());
        preferences.setProfile(QStringLiteral("Other"));
        preferences.setValue(preference::decodeAs, QStringList{QStringLiteral("udp.port==9999,vxlan")});
        preferences.setValue(preference::disabledProtocols, QStringList{QStringLiteral("dns")});
        preferences.setProfile(Preferences::usualProfile);
        MainWindow window(m_theme, m_language, preferences);
        window.show();
        window.open({flannel});
        QTRY_VERIFY(window.isSettled());
        QSignalSpy reread(&window.capture(), &OpenCapture::reread);
        preferences.setProfile(QStringLiteral("Other"));
        QCOMPARE(reread.count(), 1);
        QCOMPARE(window.capture().decodeRules().size(), std::size_t(1));
        QCOMPARE(window.capture().disabledProtocols(), QStringList{QStringLiteral("dns")});
    }

    // The first profile whose filter matches a packet comes with a capture, and only then.
    void switchedByFilter()
    {
        Preferences preferences(folder());
        for (const auto &[name, filter] : {std::pair{"Calico", "ipip"}, std::pair{"Flannel", "vxlan"}, std::pair{"Odd", "no.such.field"}}) {
            preferences.setProfile(QString::fromLatin1(name));
            preferences.setValue(preference::switchFilter, QString::fromLatin1(filter));
        }
        preferences.setProfile(Preferences::usualProfile);
        MainWindow window(m_theme, m_language, preferences);
        window.show();
        window.open({flannel});
        QTRY_VERIFY(window.isSettled());
        QCOMPARE(preferences.profile(), QStringLiteral("Flannel"));
        QVERIFY2(window.findChild<MessageBar *>()->text().contains("The profile “Flannel” is in use: its filter matches packet"), qPrintable(window.findChild<MessageBar *>()->text()));
        preferences.setProfile(QStringLiteral("Calico")); // the user's choice stays
        QTest::qWait(100);
        QCOMPARE(preferences.profile(), QStringLiteral("Calico"));
    }
};

QTEST_MAIN(ProfilesTest)
#include "tst_profiles.moc"
