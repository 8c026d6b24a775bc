#include "ui/matrix/matrixoptions.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSignalBlocker>
#include <QToolButton>

namespace vethscope {
namespace {

constexpr int none = -1, another = -2, anotherFolder = -3; // in a choice, beside places in MatrixSources::all()

} // namespace

MatrixOptions::MatrixOptions(const MatrixSources &sources, QWidget *parent)
    : QWidget(parent), m_sources(sources), m_beforeLabel(new QLabel(this)), m_afterLabel(new QLabel(this)), m_before(new QComboBox(this)), m_after(new QComboBox(this)),
      m_side(new QComboBox(this)), m_search(new QLineEdit(this)), m_failing(new QCheckBox(this)), m_changed(new QCheckBox(this)), m_smaller(new QToolButton(this)),
      m_larger(new QToolButton(this)), m_fit(new QToolButton(this)), m_export(new QToolButton(this))
{
    makeRows();
    m_beforeLabel->setBuddy(m_before);
    m_afterLabel->setBuddy(m_after);
    m_search->setClearButtonEnabled(true);
    m_search->setMinimumWidth(fontMetrics().averageCharWidth() * 20);
    for (QComboBox *box : {m_before, m_after}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(16);
        box->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }
    for (QToolButton *button : {m_smaller, m_larger, m_fit, m_export}) {
        button->setObjectName(QStringLiteral("perspective"));
        button->setFocusPolicy(Qt::TabFocus);
    }
    auto *exports = new QMenu(m_export);
    connect(exports->addAction(QString()), &QAction::triggered, this, &MatrixOptions::csvRequested);
    connect(exports->addAction(QString()), &QAction::triggered, this, &MatrixOptions::svgRequested);
    m_export->setMenu(exports);
    m_export->setPopupMode(QToolButton::InstantPopup);
    m_side->addItems({QString(), QString()});
    connect(&sources, &MatrixSources::changed, this, &MatrixOptions::fill);
    connect(m_before, &QComboBox::activated, this, [this] { choose(*m_before, false); });
    connect(m_after, &QComboBox::activated, this, [this] { choose(*m_after, true); });
    connect(m_side, &QComboBox::currentIndexChanged, this, [this](int side) { emit sideChanged(side == 1); });
    connect(m_search, &QLineEdit::textChanged, this, &MatrixOptions::searchChanged);
    connect(m_failing, &QCheckBox::toggled, this, &MatrixOptions::onlyFailingToggled);
    connect(m_changed, &QCheckBox::toggled, this, &MatrixOptions::onlyChangedToggled);
    connect(m_smaller, &QToolButton::clicked, this, [this] { emit zoomRequested(-1); });
    connect(m_larger, &QToolButton::clicked, this, [this] { emit zoomRequested(1); });
    connect(m_fit, &QToolButton::clicked, this, &MatrixOptions::fitRequested);
    retranslate();
    setCompared(false);
}

void MatrixOptions::makeRows()
{
    auto *facts = new QHBoxLayout;
    facts->setSpacing(8);
    facts->addWidget(m_beforeLabel);
    facts->addWidget(m_before, 1);
    facts->addSpacing(10);
    facts->addWidget(m_afterLabel);
    facts->addWidget(m_after, 1);
    auto *look = new QHBoxLayout;
    look->setSpacing(8);
    look->addWidget(m_search, 1);
    look->addWidget(m_failing);
    look->addWidget(m_changed);
    look->addWidget(m_side);
    look->addStretch();
    for (QToolButton *button : {m_smaller, m_larger, m_fit, m_export})
        look->addWidget(button);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(14, 10, 12, 8);
    column->setSpacing(8);
    column->addLayout(facts);
    column->addLayout(look);
}

// What is chosen stays, as long as it is there.
void MatrixOptions::fill()
{
    const auto sources = m_sources.all();
    const int count = static_cast<int>(sources.size());
    m_beforePlace = m_beforePlace < count ? m_beforePlace : 0;
    m_afterPlace = m_afterPlace < count ? m_afterPlace : none;
    for (QComboBox *box : {m_before, m_after}) {
        const QSignalBlocker blocker(box);
        box->clear();
        if (box == m_after)
            box->addItem(tr("Nothing"), none);
        for (int place = 0; place < count; ++place)
            box->addItem(sources[static_cast<std::size_t>(place)].title, place);
        box->insertSeparator(box->count());
        box->addItem(tr("Open Another…"), another);
        box->addItem(tr("Open Another Folder…"), anotherFolder);
        box->setCurrentIndex(box->findData(box == m_after ? m_afterPlace : m_beforePlace));
    }
}

void MatrixOptions::choose(QComboBox &box, bool isAfter)
{
    int &chosen = isAfter ? m_afterPlace : m_beforePlace;
    const int place = box.currentData().toInt();
    if (place == another || place == anotherFolder) {
        box.setCurrentIndex(box.findData(chosen));
        return emit openRequested(isAfter, place == anotherFolder);
    }
    if (place == chosen)
        return;
    chosen = place;
    emit sourcesChanged();
}

void MatrixOptions::chooseBefore(int place)
{
    m_before->setCurrentIndex(m_before->findData(place));
    choose(*m_before, false);
}

void MatrixOptions::chooseAfter(int place)
{
    m_after->setCurrentIndex(m_after->findData(place));
    choose(*m_after, true);
}

MatrixSource MatrixOptions::sourceOf(const QComboBox &box) const
{
    const auto sources = m_sources.all();
    const int place = &box == m_after ? m_afterPlace : m_beforePlace;
    return place >= 0 && place < static_cast<int>(sources.size()) ? sources[static_cast<std::size_t>(place)].source : MatrixSource();
}

MatrixSource MatrixOptions::before() const
{
    return sourceOf(*m_before);
}

MatrixSource MatrixOptions::after() const
{
    return sourceOf(*m_after);
}

QString MatrixOptions::beforeTitle() const
{
    return m_before->currentText();
}

QString MatrixOptions::afterTitle() const
{
    return m_after->currentText();
}

void MatrixOptions::setCompared(bool isCompared)
{
    m_changed->setVisible(isCompared);
    m_side->setVisible(isCompared);
}

void MatrixOptions::setExportEnabled(bool enabled)
{
    m_export->setEnabled(enabled);
}

void MatrixOptions::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void MatrixOptions::retranslate()
{
    m_beforeLabel->setText(tr("&Facts:"));
    m_before->setAccessibleName(tr("From which facts the ways are foretold"));
    m_afterLabel->setText(tr("&What if:"));
    m_after->setAccessibleName(tr("The later snapshot that it is compared with"));
    m_after->setToolTip(tr("A later snapshot of the same cluster: which ways and headers change, and by which line"));
    m_search->setPlaceholderText(tr("Find a pod, node or service"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_failing->setText(tr("&Only what fails"));
    m_failing->setToolTip(tr("Only rows and columns with a cell that does not arrive or is not known"));
    m_changed->setText(tr("Only what &changed"));
    m_side->setItemText(0, tr("Before"));
    m_side->setItemText(1, tr("After"));
    m_side->setAccessibleName(tr("Which of the two is shown"));
    m_smaller->setText(QStringLiteral("−"));
    m_smaller->setToolTip(tr("Smaller cells (−)"));
    m_smaller->setAccessibleName(tr("Smaller cells"));
    m_larger->setText(QStringLiteral("+"));
    m_larger->setToolTip(tr("Larger cells (+)"));
    m_larger->setAccessibleName(tr("Larger cells"));
    m_fit->setText(tr("Fit"));
    m_fit->setToolTip(tr("As large as all of it is seen"));
    m_export->setText(tr("Export") + QStringLiteral(" ▾"));
    m_export->menu()->actions()[0]->setText(tr("As &CSV…"));
    m_export->menu()->actions()[1]->setText(tr("As &SVG…"));
    fill();
}

} // namespace vethscope
