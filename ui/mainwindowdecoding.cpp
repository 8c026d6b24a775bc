#include "ui/mainwindow.h"

#include "core/protocols/decodeas.h"
#include "core/protocols/suggestedrule.h"
#include "ui/protocols/decodeasdialog.h"
#include "ui/shared/preferences.h"

#include <QStringList>

// Analyze ▸ Decode As, and what is remembered of how packets are decoded.

namespace vethscope {

void MainWindow::decodeAs()
{
    std::optional<DecodeRule> suggestion;
    if (!m_selection.isEmpty()) {
        const int node = m_selection.node();
        const int layer = node >= 0 ? m_selection.tree()[std::size_t(node)].layer : -1;
        suggestion = suggestedRule(m_selection.packet().frame, m_selection.packet().packet, layer);
    }
    DecodeAsDialog dialog(m_capture.registry(), m_capture.decodeRules(), suggestion, this);
    if (dialog.exec() == QDialog::Accepted)
        useDecodeRules(dialog.rules());
}

void MainWindow::useDecodeRules(const std::vector<DecodeRule> &rules)
{
    m_capture.setDecodeRules(rules);
    QStringList texts;
    for (const DecodeRule &rule : m_capture.decodeRules())
        texts << QString::fromStdString(textOf(rule));
    m_preferences.setValue(preference::decodeAs, texts);
}

void MainWindow::useKeptDecoding()
{
    std::vector<DecodeRule> rules;
    for (const QString &text : m_preferences.list(preference::decodeAs))
        if (const auto rule = parseDecodeRule(text.toStdString(), m_capture.registry()))
            rules.push_back(*rule);
    m_capture.setDecoding(rules, m_preferences.list(preference::disabledProtocols));
}

} // namespace vethscope
