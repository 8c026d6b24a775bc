#pragma once

#include <QColor>
#include <QFont>
#include <QString>

class QLabel;
class QWidget;

namespace vethscope {

/// Words of the Why panel: plain text that wraps, in a colour, which leaves the pointer to what it stands in.
QLabel *whyLabel(const QString &text, QWidget *parent, const QColor &ink);
/// Lets long addresses, paths and JSON go on in the next line.
QString breakable(QString text);
/// The window's font so many times as large.
QFont sizedFont(double factor, QFont::Weight weight = QFont::Normal);
/// What the labels within a widget say, each on a line, as far as they are not hidden.
QString labelText(const QWidget &widget);
/// For a host's own lines.
QFont smallMono();

} // namespace vethscope
