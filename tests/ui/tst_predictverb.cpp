#include <QTest>

#include "tests/support/commandline.h"
#include "ui/predict/hopheaders.h"
#include "ui/predict/predictpanel.h"
#include "ui/predict/verdictbar.h"
#include "ui/shared/snapshots.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTextBrowser>

// The window's paths are those of the verb: hop by hop the same devices, fields and sentences, there and back.

using namespace vethscope;
using namespace vethscope::test;

namespace {

const QString samples = QStringLiteral(VETHSCOPE_SOURCE_DIR "/resources/samples/");

} // namespace

class PredictVerbTest : public QObject
{
    Q_OBJECT

    // What the panel shows of the player's path is what the verb prints of it.
    static void compare(PathPlayer &player, PredictPanel &panel, const QJsonObject &verb)
    {
        const QJsonArray path = verb["path"].toArray();
        QCOMPARE(player.hopCount(), int(path.size()));
        const QString verdict = verb["verdict"].toString();
        QVERIFY2(panel.verdict().text().section('\n', 0, 0).endsWith(verdict == "unknown" ? "not known" : verdict), qPrintable(panel.verdict().text()));
        QVERIFY2(panel.verdict().text().contains(verb["reason"].toString().simplified()), qPrintable(panel.verdict().text()));
        for (int i = 0; i < int(path.size()); ++i) {
            const QJsonObject hop = path[i].toObject();
            player.setHop(i);
            const path::Hop &shown = player.currentHop();
            QCOMPARE(QString::fromStdString(shown.node), hop["node"].toString());
            QCOMPARE(QString::fromStdString(shown.interface), hop["interface"].toString());
            QCOMPARE(QString::fromStdString(shown.pod), hop["pod"].toString());
            QStringList fields, rows;
            for (const QJsonValue &field : hop["fields"].toArray())
                fields << field["field"].toString() + ' ' + (field["value"].isNull() ? QStringLiteral("?") : field["value"].toString());
            for (int row = 0; row < panel.headers().topLevelItemCount(); ++row) {
                const QTreeWidgetItem &item = *panel.headers().topLevelItem(row);
                if (item.text(0) != QStringLiteral("−"))
                    rows << item.text(2) + ' ' + item.text(3).section(QStringLiteral(" → "), -1);
            }
            QCOMPARE(rows.join('\n'), fields.join('\n'));
            const QString steps = panel.steps().toPlainText();
            for (const QJsonValue &step : hop["steps"].toArray()) {
                QVERIFY2(steps.contains(step["text"].toString()), qPrintable(step["text"].toString() + "\n" + steps));
                for (const QJsonValue &change : step["changes"].toArray())
                    QVERIFY2(steps.contains(change["field"].toString()), qPrintable(steps));
                for (const QJsonValue &line : step["evidence"].toArray())
                    QVERIFY2(steps.contains(QStringLiteral("%1:%2").arg(line["source"].toString().section('/', -1)).arg(line["line"].toInt())), qPrintable(steps));
            }
        }
    }

private slots:
    void samplesAlike_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::newRow("flannel-vxlan across") << "tea-6fb46d899f-4zkt2" << "web-5dcb957ccc-d4n6l";
        QTest::newRow("flannel-vxlan service") << "tea-6fb46d899f-4zkt2" << "default/web";
        QTest::newRow("flannel-vxlan node") << "master" << "VM-16-10-centos";
        QTest::newRow("flannel-vxlan outside") << "tea-6fb46d899f-4zkt2" << "198.51.100.7";
        QTest::newRow("flannel-host-gw dropped") << "till-84d6f5c79-wv9hz" << "cake-5f7c9d84bb-r6x2m";
        QTest::newRow("calico-ipip across") << "blog-7c96bd5f4d-lz2pk" << "wiki-59d8fb6c7c-9mxrb";
        QTest::newRow("flannel-udp across") << "coredns-6955765f44-kw7tp" << "menu-7b5d4c8f96-qj8ns";
        QTest::newRow("calico-bgp-rr across") << "jam-7d9f6c8b5-h3ktz" << "toast-66c5d7f9b4-x8pvl";
    }

    void samplesAlike()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QStringList hosts, arguments{"predict", "--from", from, "--to", to, "--format", "json"};
        for (const QFileInfo &file : QDir(samples + QString(QTest::currentDataTag()).section(' ', 0, 0) + "/hosts").entryInfoList({"*.txt"})) {
            hosts << file.filePath();
            arguments << "--snapshot" << file.filePath();
        }
        const QJsonObject verb = QJsonDocument::fromJson(runCommandLine(arguments).output).object();
        QVERIFY(verb.contains("path"));

        Snapshots snapshots;
        snapshots.read(hosts);
        QTRY_VERIFY_WITH_TIMEOUT(!snapshots.isBusy(), 30'000);
        Predictions predictions(snapshots);
        predictions.ask({from, to});
        QTRY_VERIFY_WITH_TIMEOUT(predictions.foretold(), 30'000);
        PathPlayer player;
        PredictPanel panel(player);
        player.setForetold(predictions.foretold());
        compare(player, panel, verb);
        const QJsonArray branches = verb["branches"].toArray();
        QCOMPARE(player.wayCount(), std::max<std::size_t>(1, std::size_t(branches.size())));
        for (std::size_t way = 1; way < player.wayCount(); ++way) {
            player.setWay(way);
            compare(player, panel, branches[qsizetype(way)].toObject());
        }
        QCOMPARE(player.hasAnswer(), verb["return"].isObject());
        if (!player.hasAnswer())
            return;
        player.setAnswer(true);
        compare(player, panel, verb["return"].toObject());
    }
};

QTEST_MAIN(PredictVerbTest)
#include "tst_predictverb.moc"
