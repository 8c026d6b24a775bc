#include "ui/theme/stylesheet.h"

#include "ui/theme/palette.h"

#include <QHash>
#include <QRegularExpression>

namespace vethscope {
namespace {

// @name is a colour of the palette; 6px is six pixels and 9pt nine points at a zoom of 100 %.
// Fonts of widgets that the sheet styles stand here too: what setFont says of them, a new sheet undoes.
constexpr char sheet[] = R"(
QMainWindow, QDialog { background: @base; }
QToolTip { background: @window; color: @text; border: 1px solid @line; padding: 4px 6px; }

QMenuBar { background: @window; border: none; padding: 2px 8px; }
QMenuBar::item { padding: 4px 9px; border-radius: 4px; background: transparent; }
QMenuBar::item:selected { background: @accentSoft; color: @text; }
QMenu { background: @base; border: 1px solid @line; padding: 4px; }
QMenu::item { padding: 5px 24px 5px 26px; border-radius: 4px; }
QMenu::item:selected { background: @accentSoft; color: @text; }
QMenu::item:disabled { color: @muted; }
QMenu::separator { height: 1px; background: @line; margin: 4px 8px; }
QMenu::indicator { width: 14px; height: 14px; margin-left: 6px; }

#toolBar, #statusBar { background: @window; }
#toolBar QPushButton, #primary, #quiet {
    background: @base; color: @text; border: 1px solid @line; border-radius: 6px; padding: 5px 20px; }
#toolBar QPushButton:hover, #quiet:hover { background: @hover; border-color: @accent; }
#toolBar QPushButton:pressed { background: @accentSoft; }
#toolBar QPushButton:focus, #quiet:focus, #primary:focus { border-color: @accent; }
#toolBar QPushButton:checked { background: @accentSoft; color: @accent; }
#toolBar #stop { color: @bad; border-color: @badLine; }
#primary { background: @accent; color: @onAccent; border-color: @accent; padding: 8px 26px; }
#primary:hover { background: @accentHover; }
#primary:disabled { background: @window; border-color: @line; color: @muted; }
#zoom { color: @muted; border: none; padding: 4px 8px; border-radius: 4px; background: transparent; }
#zoom:hover, #zoom:focus { color: @accent; background: @hover; }

#appName { font-size: 11.3pt; font-weight: 600; }
#toolBar #segment { border-radius: 0px; margin: 0; }
#toolBar #segment[place="first"] { border-top-left-radius: 6px; border-bottom-left-radius: 6px; border-right: none; }
#toolBar #segment[place="middle"] { border-right: none; }
#toolBar #segment[place="last"] { border-top-right-radius: 6px; border-bottom-right-radius: 6px; }
#toolBar #segment:checked { background: @accentSoft; color: @accent; font-weight: 600; }

#predictPanel QPushButton#segment { background: @base; color: @text; border: 1px solid @line; border-radius: 0px; padding: 4px 14px; }
#predictPanel QPushButton#segment[place="first"] { border-top-left-radius: 6px; border-bottom-left-radius: 6px; border-right: none; }
#predictPanel QPushButton#segment[place="last"] { border-top-right-radius: 6px; border-bottom-right-radius: 6px; }
#predictPanel QPushButton#segment:hover, #predictPanel QPushButton#segment:focus { border-color: @accent; }
#predictPanel QPushButton#segment:checked { background: @accentSoft; color: @accent; font-weight: 600; }
#predictPanel QPushButton#segment:disabled { color: @muted; }
#panelTitle { font-size: 10.5pt; font-weight: 600; }
#playBar QToolButton { background: transparent; border: 1px solid transparent; border-radius: 5px; padding: 3px 7px; color: @text; }
#playBar QToolButton:hover { background: @hover; }
#playBar QToolButton:focus { border-color: @accent; }
#playBar QToolButton:disabled { color: @muted; }

#filterField { background: @base; border: 1px solid @line; border-radius: 6px; }
#filterField[state="valid"] { background: @goodSoft; border-color: @goodLine; }
#filterField[state="invalid"] { background: @badSoft; border-color: @badLine; }
#filterField[state="doubtful"] { background: @doubtfulSoft; border-color: @doubtfulLine; }
#filterField > QLineEdit { font-family: @mono; font-size: 9.75pt; background: transparent; border: none; padding: 5px 10px; selection-background-color: @accent; selection-color: @base; }
#filterField QToolButton { background: transparent; border: none; border-radius: 4px; padding: 3px 8px; margin: 2px; color: @muted; }
#filterField QToolButton:hover, #filterField QToolButton:focus { color: @accent; }
#filterField QToolButton::menu-indicator, #perspective::menu-indicator { image: none; width: 0px; }
#filterError { color: @bad; background: transparent; }
#filterField[state="doubtful"] #filterError { color: @doubtful; }
#filterButtons { background: transparent; border: none; spacing: 4px; padding: 0; }
#filterButtons QToolButton { background: @base; border: 1px solid @line; border-radius: 6px; padding: 4px 10px; color: @text; }
#filterButtons QToolButton:hover, #filterButtons QToolButton:focus { border-color: @accent; color: @accent; }
#filterButtons QToolButton#qt_toolbar_ext_button { padding: 4px 1px; }
#filterButtons QToolButton[popupMode="2"] { padding-right: 18px; }
#perspective { background: @base; color: @muted; border: 1px solid @line; border-radius: 6px; padding: 5px 14px; text-align: left; }
#perspective:hover, #perspective:focus { border-color: @accent; color: @text; }
#completion { background: @base; border: 1px solid @line; border-radius: 6px; padding: 4px; outline: none; }

#messageBar { border-bottom: 1px solid @line; background: @doubtfulSoft; }
#messageBar[kind="error"] { background: @badSoft; }
#messageBar[kind="done"] { background: @goodSoft; }
#messageBar QPushButton { padding: 3px 14px; }
#messageBar[kind="done"] #messageMark { color: @good; }
#messageBar QToolButton, #goToBar QToolButton, #findBar QToolButton { background: transparent; border: none; padding: 3px 8px; color: @muted; }
#messageBar QToolButton:hover, #goToBar QToolButton:hover, #findBar QToolButton:hover { color: @accent; }
#messageMark { color: @doubtful; font-weight: 700; }
#messageBar[kind="error"] #messageMark { color: @bad; }
#goToBar, #findBar { background: @window; border-bottom: 1px solid @line; }
#goToBar QLineEdit, #findBar QLineEdit { background: @base; border: 1px solid @line; border-radius: 5px; padding: 3px 8px; }
#goToBar QLineEdit:focus, #findBar QLineEdit:focus { border-color: @accent; }

#topologyBar { background: @base; border: none; border-bottom: 1px solid @line; padding: 6px 12px; spacing: 2px; }
#topologyBar::separator { background: @line; width: 1px; margin: 5px 8px; }
#topologyBar QLineEdit { background: @base; border: 1px solid @line; border-radius: 6px; padding: 4px 8px; }
#topologyBar QLineEdit:focus { border-color: @accent; }
#topologyBar QToolButton { background: transparent; border: 1px solid transparent; border-radius: 5px; padding: 4px 9px; color: @text; }
#topologyBar QToolButton:hover { background: @hover; }
#topologyBar QToolButton:focus { border-color: @accent; }
#topologyBar QToolButton:checked { background: @accentSoft; color: @accent; }
#topologyBar QToolButton::menu-indicator { image: none; width: 0px; }
QDockWidget { color: @muted; }
QDockWidget::title { background: @window; padding: 5px 14px; border-top: 1px solid @line; }
QMainWindow::separator { background: @line; width: 1px; height: 1px; }
QMainWindow::separator:hover { background: @accent; }
#reportTree { background: @base; border: none; selection-background-color: @selection; selection-color: @text; outline: none; }
#reportTree::item { padding: 3px 8px 3px 2px; }
#statisticView { background: @base; border: none; selection-background-color: @selection; selection-color: @text; outline: none; }
#statisticView::item { padding: 3px 8px 3px 6px; }
QPlainTextEdit { background: @base; border: 1px solid @line; border-radius: 6px; selection-background-color: @accent; selection-color: @onAccent; }
QPlainTextEdit:focus { border-color: @accent; }

QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QDialog QPushButton { background: @base; color: @text; border: 1px solid @line; border-radius: 6px; padding: 5px 18px; }
QDialog QPushButton:hover { background: @hover; border-color: @accent; }
QDialog QPushButton:focus { border-color: @accent; }
QDialog QPushButton:default { background: @accent; color: @onAccent; border-color: @accent; }
QDialog QPushButton:default:hover { background: @accentHover; }
QDialog QPushButton:disabled { background: @window; border-color: @line; color: @muted; }
QCheckBox::indicator, QRadioButton::indicator, QDialog QListView::indicator, QDialog QTableView::indicator { width: 13px; height: 13px; border: 1px solid @muted; background: @base; }
QCheckBox::indicator, QDialog QListView::indicator, QDialog QTableView::indicator { border-radius: 3px; }
QRadioButton::indicator { border-radius: 7px; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover, QCheckBox::indicator:focus, QRadioButton::indicator:focus { border-color: @accent; }
QCheckBox::indicator:checked, QDialog QListView::indicator:checked, QDialog QTableView::indicator:checked { image: url(:/theme/tick.svg); }
QRadioButton::indicator:checked { background: qradialgradient(cx: 0.5, cy: 0.5, radius: 0.5, fx: 0.5, fy: 0.5, stop: 0 @accent, stop: 0.5 @accent, stop: 0.6 @base, stop: 1 @base); }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { border-color: @line; }
QDialog > QLineEdit, #optionPages > QWidget > QLineEdit, #ruleForm QLineEdit, vethscope--CountOptions QLineEdit, #matrixWindow QLineEdit { background: @base; border: 1px solid @line; border-radius: 5px; padding: 3px 8px; }
QDialog > QLineEdit:focus, #optionPages > QWidget > QLineEdit:focus, #ruleForm QLineEdit:focus, vethscope--CountOptions QLineEdit:focus, #matrixWindow QLineEdit:focus { border-color: @accent; }
#ruleForm QLineEdit[state="valid"] { background: @goodSoft; }
#ruleForm QLineEdit[state="invalid"] { background: @badSoft; }
#dialogProblem { color: @bad; }
#fold { background: transparent; border: none; color: @muted; padding: 2px 4px; }
#fold:hover, #fold:focus { color: @accent; }
#link { background: transparent; border: none; color: @accent; padding: 2px 4px; }
#link:hover, #link:focus { text-decoration: underline; }
#why { background: transparent; border: none; border-radius: 4px; color: @accent; padding: 1px 5px; }
#why[foretold="otherwise"] { color: @bad; font-weight: 600; }
#why:hover, #why:focus { text-decoration: underline; background: @hover; }
#whyVerdict { background: @window; color: @muted; border-radius: 6px; padding: 5px 10px; }
#whyVerdict[foretold="as"] { background: @goodSoft; color: @good; }
#whyVerdict[foretold="otherwise"] { background: @badSoft; color: @bad; }
#whyMissing { background: @doubtfulSoft; border-radius: 6px; }
#command { background: @accentSoft; border-radius: 6px; }
#findingsPanel QPushButton#quiet { padding: 3px 14px; }
QTableView#framed { border: 1px solid @line; border-radius: 6px; }

QTableView { background: @base; border: none; gridline-color: transparent; selection-background-color: @selection; selection-color: @text; outline: none; }
QTabWidget#trafficTabs::pane { border: none; border-top: 1px solid @line; top: -1px; }
QTabWidget#trafficTabs::tab-bar { left: 8px; }
#trafficTabs QTabBar { background: @base; qproperty-drawBase: 0; }
#trafficTabs QTabBar::tab { background: transparent; color: @text; border: none; border-bottom: 2px solid transparent; padding: 6px 12px; margin-right: 4px; }
#trafficTabs QTabBar::tab:hover { color: @accent; }
#trafficTabs QTabBar::tab:focus { color: @accent; border-bottom-color: @line; }
#trafficTabs QTabBar::tab:selected { color: @accent; border-bottom-color: @accent; font-weight: 600; }
#trafficTabs QTabBar::tab:disabled { color: @muted; }
QHeaderView { background: @window; border: none; }
QHeaderView::section { background: @window; color: @muted; border: none; padding: 4px 8px; font-weight: 600; }
QHeaderView::section:first { padding-left: 16px; }
QHeaderView::section:hover { color: @text; }
#trafficTabs QHeaderView::section { padding-right: 12px; }
vethscope--TrafficView QHeaderView::up-arrow, vethscope--TrafficView QHeaderView::down-arrow { subcontrol-position: center right; width: 9px; height: 9px; right: 1px; }
#trafficTabs #hopTable QHeaderView::section, #trafficTabs #flowTable QHeaderView::section { padding: 3px 4px; }
#trafficTabs #hopTable QHeaderView::section:vertical { padding: 3px 12px; }
#journeyPanel QPushButton#quiet { padding: 2px 14px; }
#flowTable { padding-left: 8px; }
#hopTable QTableCornerButton::section { background: @window; border: none; }
QScrollArea, QScrollArea > QWidget > QWidget { background: @base; }
QTextBrowser { background: @base; border: none; padding: 8px 20px; }

QSplitter::handle { background: @base; }
QSplitter::handle:horizontal { border-left: 1px solid @line; }
QSplitter::handle:vertical { border-top: 1px solid @line; }
QSplitter::handle:hover { border-color: @accent; }

QScrollBar { background: transparent; border: none; }
QScrollBar:vertical { width: 11px; margin: 0; }
QScrollBar:horizontal { height: 11px; margin: 0; }
QScrollBar::handle { background: @line; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:hover { background: @muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0px; height: 0px; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: none; }

#hairline { background: @line; }
#muted { color: @muted; }
#welcomeTitle { font-size: 22.4pt; font-weight: 600; }
#welcomeSentence { font-size: 11pt; color: @muted; }
#welcomeHeading { font-weight: 600; }
#cardRemark { font-size: 9pt; color: @muted; }
#card { background: @base; border: 1px solid @line; border-radius: 8px; text-align: left; padding: 9px 14px; }
#card:hover { background: @hover; border-color: @accent; }
#card:focus { border-color: @accent; }
#dropHint { color: @muted; border: 1px dashed @line; border-radius: 8px; padding: 16px; }
#statusBar QProgressBar, #journeyPanel QProgressBar, #findingsPanel QProgressBar { background: @line; border: none; border-radius: 2px; }
#statusBar QProgressBar::chunk, #journeyPanel QProgressBar::chunk, #findingsPanel QProgressBar::chunk { background: @accent; border-radius: 2px; }
#statusBar QToolButton { background: transparent; border: none; color: @accent; padding: 1px 6px; }
#statusBar QToolButton:hover, #statusBar QToolButton:focus { text-decoration: underline; }
)";

QString fixedFamilies()
{
    QStringList quoted;
    for (const QString &family : monospaceFont().families())
        quoted << QLatin1Char('"') + family + QLatin1Char('"');
    return quoted.join(QStringLiteral(", "));
}

} // namespace

QString styleSheet(const Palette &palette, double zoom)
{
    const QHash<QString, QColor> colours{
        {QStringLiteral("window"), palette.window},
        {QStringLiteral("base"), palette.base},
        {QStringLiteral("text"), palette.text},
        {QStringLiteral("muted"), palette.muted},
        {QStringLiteral("line"), palette.line},
        {QStringLiteral("hover"), palette.hover},
        {QStringLiteral("accent"), palette.accent},
        {QStringLiteral("accentSoft"), palette.accentSoft},
        {QStringLiteral("onAccent"), palette.underlay.onStrong},
        {QStringLiteral("accentHover"), palette.underlay.ink},
        {QStringLiteral("selection"), palette.selection},
        {QStringLiteral("good"), palette.good},
        {QStringLiteral("goodSoft"), palette.goodSoft},
        {QStringLiteral("goodLine"), mixed(palette.good, palette.goodSoft, 0.5)},
        {QStringLiteral("bad"), palette.bad},
        {QStringLiteral("badSoft"), palette.badSoft},
        {QStringLiteral("badLine"), mixed(palette.bad, palette.badSoft, 0.5)},
        {QStringLiteral("doubtful"), palette.doubtful},
        {QStringLiteral("doubtfulLine"), mixed(palette.doubtful, palette.doubtfulSoft, 0.5)},
        {QStringLiteral("doubtfulSoft"), palette.doubtfulSoft},
    };
    static const QRegularExpression variable(QStringLiteral("@([A-Za-z]+)|\\b(\\d+)px|\\b([\\d.]+)pt"));
    const QString text = QString::fromLatin1(sheet);
    QString result;
    qsizetype copied = 0;
    for (auto match = variable.globalMatch(text); match.hasNext();) {
        const QRegularExpressionMatch found = match.next();
        result += QStringView(text).mid(copied, found.capturedStart() - copied);
        copied = found.capturedEnd();
        if (const QString name = found.captured(1); !name.isEmpty()) {
            Q_ASSERT(colours.contains(name) || name == QLatin1String("mono"));
            result += colours.contains(name) ? colours.value(name).name() : fixedFamilies();
        } else if (const QString points = found.captured(3); !points.isEmpty()) {
            result += QString::number(points.toDouble() * zoom) + QLatin1String("pt");
        } else {
            const int pixels = found.captured(2).toInt();
            result += QString::number(pixels <= 1 ? pixels : qRound(pixels * zoom)) + QLatin1String("px");
        }
    }
    result += QStringView(text).mid(copied);
    return result;
}

} // namespace vethscope
