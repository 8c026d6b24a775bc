#include "ui/matrix/matrixwindow.h"

#include "core/path/matrixcsv.h"
#include "core/pathfigures/matrixfigure.h"
#include "ui/hostfacts/snapshotcontroller.h"
#include "ui/matrix/cellpanel.h"
#include "ui/matrix/changesmodel.h"
#include "ui/matrix/matrixmodel.h"
#include "ui/matrix/matrixoptions.h"
#include "ui/matrix/matrixsources.h"
#include "ui/matrix/matrixstatus.h"
#include "ui/matrix/matrixview.h"
#include "ui/shared/language.h"
#include "ui/shared/messagebar.h"
#include "ui/shared/preferences.h"
#include "ui/shared/snapshots.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QSaveFile>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QTreeView>

#include <sstream>

namespace vethscope {

MatrixWindow::MatrixWindow(const WindowKind &kind, const WindowContext &context)
    : CompanionWindow(kind, context, {190, 110}), m_sources(new MatrixSources(context.snapshots, this)), m_model(new MatrixModel(this)),
      m_changesModel(new ChangesModel(this)), m_options(new MatrixOptions(*m_sources, this)), m_messages(new MessageBar(this)), m_view(new MatrixView(*m_model, this)), m_changesView(new QTreeView(this)),
      m_cell(new CellPanel(this)), m_status(new MatrixStatus(*m_model, this)), m_message(new QLabel(this)), m_tables(new QSplitter(Qt::Vertical, this)),
      m_splitter(new QSplitter(Qt::Horizontal, this)), m_pages(new QStackedWidget(this))
{
    arrangeWidgets();
    connectParts();
    m_splitter->restoreState(remembered("splitter").toByteArray());
}

MatrixWindow::~MatrixWindow()
{
    remember("splitter", m_splitter->saveState());
}

void MatrixWindow::fit()
{
    m_view->fit();
}

void MatrixWindow::arrangeWidgets()
{
    m_message->setObjectName(QStringLiteral("muted"));
    m_message->setAlignment(Qt::AlignCenter);
    m_message->setWordWrap(true);
    m_changesView->setModel(m_changesModel);
    m_changesView->setUniformRowHeights(true);
    m_changesView->setFrameShape(QFrame::NoFrame);
    m_changesView->setObjectName(QStringLiteral("reportTree"));
    m_changesView->setTextElideMode(Qt::ElideMiddle);
    m_changesView->header()->setStretchLastSection(false);
    m_changesView->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_changesView->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents); // how it ends is never shortened
    m_changesView->header()->resizeSection(2, fontMetrics().averageCharWidth() * 20);
    m_tables->addWidget(m_view);
    m_tables->addWidget(m_changesView);
    m_tables->setStretchFactor(0, 1);
    m_tables->setChildrenCollapsible(false);
    m_splitter->addWidget(m_tables);
    m_splitter->addWidget(m_cell);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setSizes({700, fontMetrics().averageCharWidth() * 46});
    m_splitter->setChildrenCollapsible(false);
    m_pages->addWidget(m_splitter);
    m_pages->addWidget(m_message);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_options);
    column->addWidget(m_messages);
    m_messages->hide();
    column->addWidget(m_pages, 1);
    column->addWidget(m_status);
}

void MatrixWindow::connectParts()
{
    auto *find = new QShortcut(QKeySequence::Find, this);
    connect(find, &QShortcut::activated, this, [this] {
        m_options->search().setFocus();
        m_options->search().selectAll();
    });
    connect(&m_run, &MatrixRun::progressed, m_status, &MatrixStatus::setProgress);
    connect(&m_run, &MatrixRun::finished, this, &MatrixWindow::take);
    connect(m_status, &MatrixStatus::stopRequested, this, &MatrixWindow::stop);
    connect(m_status, &MatrixStatus::startRequested, this, &MatrixWindow::start);
    connect(&context().snapshots, &Snapshots::changed, this, [this] {
        m_isStale = true;
        if (isVisible())
            start();
    });
    connect(m_sources, &MatrixSources::opened, this, [this](int place) {
        m_messages->hide();
        m_opensAfter ? m_options->chooseAfter(place) : m_options->chooseBefore(place);
    });
    connect(m_sources, &MatrixSources::failed, this, [this](const QString &message) { m_messages->tell(MessageBar::Kind::Error, message); });
    connect(m_sources, &MatrixSources::readingChanged, this, &MatrixWindow::showActivity);
    connect(m_options, &MatrixOptions::sourcesChanged, this, &MatrixWindow::start);
    connect(m_options, &MatrixOptions::openRequested, this, &MatrixWindow::ask);
    connect(m_options, &MatrixOptions::searchChanged, this, [this](const QString &text) { keepingCell([&] { m_model->setSearch(text); }); });
    connect(m_options, &MatrixOptions::onlyFailingToggled, this, [this](bool only) { keepingCell([&] { m_model->setOnlyFailing(only); }); });
    connect(m_options, &MatrixOptions::onlyChangedToggled, this, [this](bool only) { keepingCell([&] { m_model->setOnlyChanged(only); }); });
    connect(m_options, &MatrixOptions::sideChanged, this, &MatrixWindow::showSide);
    connect(m_options, &MatrixOptions::zoomRequested, m_view, &MatrixView::zoom);
    connect(m_options, &MatrixOptions::fitRequested, m_view, &MatrixView::fit);
    connect(m_options, &MatrixOptions::csvRequested, this, [this] { save(tr("Export the Matrix as CSV"), tr("Tables (*.csv)"), QStringLiteral(".csv"), csv()); });
    connect(m_options, &MatrixOptions::svgRequested, this, [this] { save(tr("Export the Matrix as SVG"), tr("Drawings (*.svg)"), QStringLiteral(".svg"), svg()); });
    connect(m_model, &QAbstractItemModel::modelReset, this, &MatrixWindow::showPage);
    connect(m_view, &MatrixView::chosen, this, &MatrixWindow::showCell);
    connect(m_changesView->selectionModel(), &QItemSelectionModel::currentChanged, this, &MatrixWindow::showChange);
    connect(m_changesView, &QTreeView::activated, this, [this](const QModelIndex &index) {
        if (const Evidence line = m_changesModel->lineOf(index); line.source && !m_changesModel->changeOf(index))
            emit evidenceRequested(line);
    });
    connect(m_cell, &CellPanel::evidenceRequested, this, &MatrixWindow::evidenceRequested);
    connect(m_cell, &CellPanel::predictRequested, this, &MatrixWindow::predictRequested);
}

void MatrixWindow::start()
{
    m_isStale = false;
    m_isStopped = false;
    const MatrixSource before = m_options->before();
    if (before.isEmpty()) {
        m_run.stop();
        m_status->setProgress(-1);
        return take(nullptr);
    }
    m_status->setProgress(0);
    m_run.start(before, m_options->after());
    showPage();
}

// What is being read for a comparison goes first; what is there stays.
void MatrixWindow::stop()
{
    if (m_sources->isReading())
        return m_sources->stop();
    m_isStopped = true;
    m_run.stop();
    m_status->setProgress(-1);
    m_status->setStopped(true);
    showPage();
}

void MatrixWindow::showActivity()
{
    m_status->setReading(m_sources->isReading());
}

void MatrixWindow::take(const std::shared_ptr<const MatrixResult> &result)
{
    m_status->setProgress(-1);
    m_options->setCompared(result && result->after);
    m_changesView->setVisible(result && result->after);
    m_changesModel->setResult(result);
    m_cell->clear();
    const bool isFirst = !m_model->result(), isOtherKind = !isFirst && result && result->after.has_value() != m_model->result()->after.has_value();
    m_model->setResult(result);
    if (!result)
        return;
    m_model->setAfter(result->after && m_options->side().currentIndex() == 1);
    for (int group = 0; group < m_changesModel->rowCount(); ++group)
        m_changesView->setFirstColumnSpanned(group, {}, true);
    if (isFirst || isOtherKind)
        m_view->fit();
    m_view->goTo(m_model->index(0, 0));
    if (const QModelIndex most = m_changesModel->index(0, 0); most.isValid()) {
        m_changesView->expand(most);
        m_changesView->setCurrentIndex(m_changesModel->index(0, 0, most));
    }
    if (m_model->rowCount() > 0)
        m_view->setFocus();
}

void MatrixWindow::showPage()
{
    const bool hasCells = m_model->rowCount() > 0;
    m_pages->setCurrentWidget(hasCells ? static_cast<QWidget *>(m_splitter) : m_message);
    m_options->setExportEnabled(m_model->result() != nullptr);
    const bool isAnyone = m_model->result() && !m_model->table().matrix.cells.empty();
    m_message->setText(m_run.isRunning() && !m_model->result() ? tr("Every node and pod sends to every node, pod and service…")
                       : m_isStopped && !m_model->result()     ? tr("It was stopped before it was done.")
                       : !m_model->result()                    ? tr("There are no host facts yet. Import a host snapshot: who reaches whom is foretold from what the hosts printed.")
                       : isAnyone                              ? tr("Nothing that is shown fits what is looked for.")
                                                               : tr("The snapshot tells of no node and no pod."));
}

void MatrixWindow::showSide(bool isAfter)
{
    keepingCell([&] { m_model->setAfter(isAfter && m_model->result() && m_model->result()->after); });
}

// What is chosen stays so, on the other side and among fewer cells, where it is there.
void MatrixWindow::keepingCell(const std::function<void()> &change)
{
    path::ChangedWay way;
    if (const QModelIndex index = m_view->currentIndex(); index.isValid()) {
        way.from = m_model->who(index.row(), Qt::Vertical).name;
        way.to = m_model->who(index.column(), Qt::Horizontal).name;
        way.kind = m_model->who(index.column(), Qt::Horizontal).kind;
    }
    change();
    if (const auto cell = m_model->result() ? cellOf(m_model->table().matrix, way) : std::nullopt)
        m_view->goTo(m_model->indexOf(*cell));
}

void MatrixWindow::showCell(const QModelIndex &index)
{
    if (!index.isValid() || !m_model->result())
        return m_cell->clear();
    m_cell->show(m_model->sharedResult(), m_model->isAfter(), m_model->cell(index));
}

// Its cell in the table, on the side on which it is.
void MatrixWindow::showChange(const QModelIndex &index)
{
    const auto change = m_changesModel->changeOf(index);
    if (!change)
        return;
    const path::ChangedWay &way = m_model->result()->changes[*change];
    if (!(m_model->isAfter() ? way.after : way.before))
        m_options->side().setCurrentIndex(m_model->isAfter() ? 0 : 1);
    const auto cell = cellOf(m_model->table().matrix, way);
    if (!cell)
        return;
    if (!m_model->indexOf(*cell).isValid()) { // hidden by what is looked for
        m_options->search().clear();
        m_options->onlyFailing().setChecked(false);
    }
    m_view->goTo(m_model->indexOf(*cell));
}

void MatrixWindow::ask(bool isAfter, bool isFolder)
{
    const QString title = tr("Open a Host Snapshot to Compare"), last = context().preferences.value(preference::snapshotFolder).toString();
    const QString path = isFolder ? QFileDialog::getExistingDirectory(this, title, last)
                                  : QFileDialog::getOpenFileName(this, title, last, SnapshotController::fileFilters());
    if (path.isEmpty())
        return;
    context().preferences.setValue(preference::snapshotFolder, QFileInfo(path).absolutePath());
    openForComparing(path, isAfter);
}

void MatrixWindow::openForComparing(const QString &path, bool isAfter)
{
    m_opensAfter = isAfter;
    m_sources->open(path);
}

QByteArray MatrixWindow::csv() const
{
    if (!m_model->result())
        return {};
    std::ostringstream out;
    path::writeMatrixCsv(m_model->table().matrix, out);
    return QByteArray::fromStdString(out.str());
}

QByteArray MatrixWindow::svg() const
{
    if (!m_model->result())
        return {};
    const MatrixTable &table = m_model->table();
    path::MatrixFigureOptions options;
    options.title = tr("Who reaches whom").toStdString();
    options.caption = (m_model->result()->after ? tr("%1, compared with %2").arg(m_options->beforeTitle(), m_options->afterTitle()) : m_options->beforeTitle()).toStdString();
    options.language = windowLanguage();
    if (m_model->result()->after)
        options.isChanged = [&](std::size_t cell) { return table.changes.contains(cell); };
    return QByteArray::fromStdString(matrixSvg(table.matrix, table.order, options, Colours::light()));
}

void MatrixWindow::save(const QString &title, const QString &filter, const QString &suffix, const QByteArray &bytes)
{
    QString path = QFileDialog::getSaveFileName(this, title, QStringLiteral("matrix") + suffix, filter);
    if (path.isEmpty())
        return;
    if (!path.endsWith(suffix))
        path += suffix;
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        QMessageBox::warning(this, title, tr("%1 cannot be written: %2").arg(path, file.errorString()));
}

void MatrixWindow::showEvent(QShowEvent *event)
{
    CompanionWindow::showEvent(event);
    if (m_isStale && !m_run.isRunning())
        start();
}

// Nobody waits for it any more.
void MatrixWindow::hideEvent(QHideEvent *event)
{
    CompanionWindow::hideEvent(event);
    if (m_run.isRunning()) {
        m_run.stop();
        m_status->setProgress(-1);
        m_isStale = true;
    }
}

void MatrixWindow::retranslate()
{
    CompanionWindow::retranslate();
    m_view->setAccessibleName(tr("Who reaches whom: senders in rows, receivers in columns"));
    m_view->setToolTip(QString());
    m_changesView->setAccessibleName(tr("What changed, by the line that explains it"));
    showPage();
}

} // namespace vethscope
