#include "ui/protocols/protocolswindow.h"

#include "ui/protocols/protocolsmodel.h"
#include "ui/shared/opencapture.h"
#include "ui/shared/preferences.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QTreeView>

namespace vethscope {

ProtocolsWindow::ProtocolsWindow(const WindowKind &kind, const WindowContext &context)
    : CompanionWindow(kind, context, {100, 90}), m_model(new ProtocolsModel(context.capture.registry(), this)), m_listed(new QSortFilterProxyModel(this)),
      m_search(new QLineEdit(this)), m_view(new QTreeView(this)), m_count(new QLabel(this)), m_enable(new QPushButton(this)), m_disable(new QPushButton(this)),
      m_invert(new QPushButton(this))
{
    m_model->setDisabled(context.capture.disabledProtocols());
    m_listed->setSourceModel(m_model);
    m_listed->setFilterKeyColumn(-1); // all
    m_listed->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_listed->setSortCaseSensitivity(Qt::CaseInsensitive);
    m_view->setModel(m_listed);
    m_view->setObjectName(QStringLiteral("statisticView"));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setAllColumnsShowFocus(true);
    m_view->setSortingEnabled(true);
    m_view->sortByColumn(ProtocolsModel::Name, Qt::AscendingOrder);
    const int unit = fontMetrics().averageCharWidth();
    m_view->setColumnWidth(ProtocolsModel::Name, unit * 28);
    m_view->setColumnWidth(ProtocolsModel::Title, unit * 46);
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    m_count->setObjectName(QStringLiteral("muted"));

    auto *row = new QHBoxLayout;
    row->setContentsMargins(14, 8, 12, 10);
    row->setSpacing(8);
    row->addWidget(m_count, 1);
    for (QPushButton *button : {m_enable, m_disable, m_invert}) {
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    auto *top = new QHBoxLayout;
    top->setContentsMargins(14, 10, 12, 8);
    top->addWidget(m_search);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(top);
    column->addWidget(m_view, 1);
    column->addLayout(row);

    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &words) {
        m_listed->setFilterFixedString(words);
        showCount();
    });
    connect(m_enable, &QPushButton::clicked, this, [this] { m_model->setEnabled(listedRows(), true); });
    connect(m_disable, &QPushButton::clicked, this, [this] { m_model->setEnabled(listedRows(), false); });
    connect(m_invert, &QPushButton::clicked, this, [this] { m_model->invert(listedRows()); });
    connect(m_model, &ProtocolsModel::switched, this, &ProtocolsWindow::take);
    connect(&context.preferences, &Preferences::profileChanged, this, [this] { // what is switched next is the new profile's
        m_model->setDisabled(this->context().preferences.list(preference::disabledProtocols));
        showCount();
    });
}

std::vector<int> ProtocolsWindow::listedRows() const
{
    std::vector<int> rows;
    for (int row = 0; row < m_listed->rowCount(); ++row)
        rows.push_back(m_listed->mapToSource(m_listed->index(row, 0)).row());
    return rows;
}

void ProtocolsWindow::take()
{
    const QStringList disabled = m_model->disabled();
    context().preferences.setValue(preference::disabledProtocols, disabled);
    context().capture.setDisabledProtocols(disabled);
    showCount();
}

void ProtocolsWindow::showCount()
{
    const qsizetype disabled = m_model->disabled().size();
    m_count->setText(disabled == 0 ? tr("All protocols are enabled") : tr("Disabled: %1").arg(disabled));
    for (QPushButton *button : {m_enable, m_disable, m_invert})
        button->setEnabled(m_listed->rowCount() > 0);
}

QWidget *ProtocolsWindow::firstFocus() const
{
    return m_search;
}

// From what is looked for into the list, and Return switches nothing by accident.
bool ProtocolsWindow::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Down) {
        m_view->setFocus();
        if (!m_view->currentIndex().isValid())
            m_view->setCurrentIndex(m_listed->index(0, 0));
        return true;
    }
    return CompanionWindow::eventFilter(watched, event);
}

void ProtocolsWindow::retranslate()
{
    CompanionWindow::retranslate();
    m_search->setPlaceholderText(tr("Find a protocol"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_view->setAccessibleName(tr("Protocols: a box that is not checked switches one off"));
    m_enable->setText(tr("&Enable All"));
    m_disable->setText(tr("&Disable All"));
    m_invert->setText(tr("&Invert"));
    m_enable->setToolTip(tr("All that are listed"));
    m_disable->setToolTip(tr("All that are listed: their headers, and what they carry, are shown as data"));
    m_invert->setToolTip(tr("What is listed and enabled is disabled, and the other way round"));
    m_view->header()->viewport()->update();
    showCount();
}

} // namespace vethscope
