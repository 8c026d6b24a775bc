#include "ui/panels/selectionhistory.h"

#include "ui/panels/packetlistpanel.h"
#include "ui/shared/commands.h"
#include "ui/shared/opencapture.h"
#include "ui/shared/selection.h"

#include <QScopedValueRollback>

#include <cstdlib>

namespace vethscope {
namespace {

constexpr std::size_t mostRemembered = 1000;

} // namespace

SelectionHistory::SelectionHistory(const OpenCapture &capture, const Selection &selection, PacketListPanel &list, Commands &commands, QObject *parent)
    : QObject(parent), m_selection(selection), m_list(list), m_commands(commands)
{
    connect(&selection, &Selection::packetChanged, this, [this] {
        if (!m_isGoing && !m_selection.isEmpty())
            add(m_selection.row());
    });
    connect(&capture, &OpenCapture::aboutToChange, this, [this] {
        m_rows.clear();
        m_at = 0;
        enable();
    });
    connect(&commands[Command::HistoryBack], &QAction::triggered, this, [this] { go(-1); });
    connect(&commands[Command::HistoryForward], &QAction::triggered, this, [this] { go(1); });
    enable();
}

void SelectionHistory::add(int row)
{
    if (!m_rows.empty() && m_rows[m_at] == row)
        return;
    const bool isStep = !m_rows.empty() && std::abs(m_rows[m_at] - row) == 1;
    if (isStep) {
        m_rows[m_at] = row;
    } else {
        if (!m_rows.empty())
            m_rows.resize(m_at + 1);
        m_rows.push_back(row);
        if (m_rows.size() > mostRemembered)
            m_rows.erase(m_rows.begin());
        m_at = m_rows.size() - 1;
    }
    enable();
}

void SelectionHistory::go(int step)
{
    if ((step < 0 && m_at == 0) || (step > 0 && m_at + 1 >= m_rows.size()))
        return;
    m_at = step < 0 ? m_at - 1 : m_at + 1;
    const QScopedValueRollback going(m_isGoing, true);
    m_list.moveToPacket(m_rows[m_at]);
    enable();
}

void SelectionHistory::enable()
{
    m_commands[Command::HistoryBack].setEnabled(m_at > 0);
    m_commands[Command::HistoryForward].setEnabled(m_at + 1 < m_rows.size());
}

} // namespace vethscope
