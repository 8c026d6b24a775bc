#include "ui/options/appearancepage.h"

#include "ui/options/optionsdialog.h"
#include "ui/shared/language.h"

#include <QComboBox>
#include <QFormLayout>
#include <QSpinBox>

namespace vethscope {

AppearancePage::AppearancePage(const Options &options, QWidget *parent)
    : QWidget(parent), m_theme(new QComboBox(this)), m_language(new QComboBox(this)), m_zoom(new QSpinBox(this))
{
    m_theme->addItem(tr("As the system"), int(Theme::Mode::System));
    m_theme->addItem(tr("Light"), int(Theme::Mode::Light));
    m_theme->addItem(tr("Dark"), int(Theme::Mode::Dark));
    m_theme->setCurrentIndex(m_theme->findData(int(options.theme)));
    for (const QString &code : Language::codes())
        m_language->addItem(Language::nativeName(code), code);
    m_language->setCurrentIndex(m_language->findData(options.language));
    m_zoom->setRange(Theme::smallestZoom, Theme::largestZoom);
    m_zoom->setSingleStep(10);
    m_zoom->setSuffix(QStringLiteral(" %"));
    m_zoom->setValue(options.zoom);
    auto *form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setVerticalSpacing(10);
    form->addRow(tr("&Theme:"), m_theme);
    form->addRow(tr("&Language:"), m_language);
    form->addRow(tr("&Zoom:"), m_zoom);
}

void AppearancePage::take(Options &options) const
{
    options.theme = Theme::Mode(m_theme->currentData().toInt());
    options.language = m_language->currentData().toString();
    options.zoom = m_zoom->value();
}

} // namespace vethscope
