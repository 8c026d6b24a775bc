#pragma once

#include "core/columns/columnspec.h"
#include "core/names/shownnames.h"
#include "core/protocols/decodeas.h"
#include "ui/capture/capturesetup.h"
#include "ui/theme/theme.h"

#include <QDialog>

#include <vector>

class QListWidget;
class QStackedWidget;

namespace vethscope {

class AppearancePage;
class CapturePage;
class ColumnsEditor;
class DecodeRulesEditor;
class FiltersPage;
class NamesPage;
class Registry;

/// What the window remembers and the user may change, as one value.
struct Options {
    Theme::Mode theme = Theme::Mode::System;
    QString language{};
    int zoom = 100; // percent
    std::vector<ColumnSpec> columns{};
    QStringList recentFilters{};
    QString switchFilter{};
    NamesWanted names{};
    CaptureSetup capture{};
    std::vector<DecodeRule> decodeRules{};
};

/// Edit ▸ Preferences: a page for each kind of them. Nothing changes before it is accepted.
class OptionsDialog : public QDialog
{
    Q_OBJECT

public:
    /// `profile` is whose columns, filters, names and rules they are.
    OptionsDialog(const Options &options, const QString &profile, const Registry &registry, QWidget *parent = nullptr);

    Options options() const;
    void showPage(int page);

private:
    void addPage(const QString &title, QWidget &page);

    Options m_first;
    QListWidget *m_titles;
    QStackedWidget *m_pages;
    AppearancePage *m_appearance;
    ColumnsEditor *m_columns;
    FiltersPage *m_filters;
    NamesPage *m_names;
    CapturePage *m_capture;
    DecodeRulesEditor *m_decode;
};

} // namespace vethscope
