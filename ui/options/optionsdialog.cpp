#include "ui/options/optionsdialog.h"

#include "ui/columns/columnseditor.h"
#include "ui/options/appearancepage.h"
#include "ui/options/capturepage.h"
#include "ui/options/filterspage.h"
#include "ui/options/namespage.h"
#include "ui/protocols/decoderuleseditor.h"
#include "ui/shared/dialogbuttons.h"

#include <QBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QStackedWidget>

namespace vethscope {

OptionsDialog::OptionsDialog(const Options &options, const QString &profile, const Registry &registry, QWidget *parent)
    : QDialog(parent), m_first(options), m_titles(new QListWidget(this)), m_pages(new QStackedWidget(this)), m_appearance(new AppearancePage(options, this)),
      m_columns(new ColumnsEditor(options.columns, registry, this)), m_filters(new FiltersPage(options, registry, this)), m_names(new NamesPage(options, this)),
      m_capture(new CapturePage(options.capture, this)), m_decode(new DecodeRulesEditor(registry, options.decodeRules, std::nullopt, this))
{
    setWindowTitle(tr("Preferences"));
    m_pages->setObjectName(QStringLiteral("optionPages"));
    m_titles->setAccessibleName(tr("Kinds of preferences"));
    addPage(tr("Appearance"), *m_appearance);
    addPage(tr("Columns"), *m_columns);
    addPage(tr("Filters"), *m_filters);
    addPage(tr("Name resolution"), *m_names);
    addPage(tr("Capture"), *m_capture);
    addPage(tr("Decode As"), *m_decode);
    m_titles->setFixedWidth(m_titles->sizeHintForColumn(0) + fontMetrics().averageCharWidth() * 6);
    connect(m_titles, &QListWidget::currentRowChanged, m_pages, &QStackedWidget::setCurrentIndex);

    auto *whose = new QLabel(tr("Columns, filters, names and decoding belong to the profile “%1”; the rest to all of them.").arg(profile), this);
    whose->setObjectName(QStringLiteral("muted"));
    whose->setWordWrap(true);
    auto *row = new QHBoxLayout;
    row->setSpacing(16);
    row->addWidget(m_titles);
    row->addWidget(m_pages, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 14);
    column->setSpacing(12);
    column->addLayout(row, 1);
    column->addWidget(whose);
    column->addWidget(new DialogButtons(tr("Keep"), this));
    const int unit = fontMetrics().averageCharWidth();
    resize(unit * 112, unit * 68);
    showPage(0);
    m_titles->setFocus();
}

void OptionsDialog::addPage(const QString &title, QWidget &page)
{
    m_titles->addItem(title);
    m_pages->addWidget(&page);
}

void OptionsDialog::showPage(int page)
{
    m_titles->setCurrentRow(page);
}

Options OptionsDialog::options() const
{
    Options options = m_first;
    m_appearance->take(options);
    options.columns = m_columns->columns();
    m_filters->take(options);
    m_names->take(options);
    options.capture = m_capture->setup();
    options.decodeRules = m_decode->rules();
    return options;
}

} // namespace vethscope
