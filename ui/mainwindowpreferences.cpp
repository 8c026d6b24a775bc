#include "ui/mainwindow.h"

#include "ui/capture/capturecontroller.h"
#include "ui/names/nameresolution.h"
#include "ui/options/optionsdialog.h"
#include "ui/panels/packetlistpanel.h"
#include "ui/shared/language.h"
#include "ui/shared/preferences.h"

// Edit ▸ Preferences: from the window into the dialog and back.

namespace vethscope {

void MainWindow::editPreferences()
{
    Options options;
    options.theme = m_theme.mode();
    options.language = m_language.code();
    options.zoom = m_theme.zoom();
    options.columns = m_workspace->list().columns();
    options.recentFilters = m_preferences.list(preference::recentFilters);
    options.switchFilter = m_preferences.value(preference::switchFilter).toString();
    options.names = m_names->wanted();
    options.capture = CaptureSetup::restored(m_preferences);
    options.decodeRules = m_capture.decodeRules();
    OptionsDialog dialog(options, m_preferences.profile(), m_capture.registry(), this);
    if (dialog.exec() == QDialog::Accepted)
        useOptions(dialog.options());
}

void MainWindow::useOptions(const Options &options)
{
    m_theme.setMode(options.theme);
    m_theme.setZoom(options.zoom);
    m_language.setCode(options.language);
    showLook();
    m_workspace->list().setColumns(options.columns);
    m_preferences.setValue(preference::recentFilters, options.recentFilters);
    m_preferences.setValue(preference::switchFilter, options.switchFilter);
    m_names->setWanted(options.names);
    options.capture.keep(m_preferences);
    m_controller->readPreferences();
    useDecodeRules(options.decodeRules);
}

} // namespace vethscope
