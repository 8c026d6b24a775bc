#include "ui/iograph/iographdelegate.h"

#include "ui/filters/filteredit.h"
#include "ui/filters/seensource.h"
#include "ui/iograph/iocolours.h"
#include "ui/iograph/iographmodel.h"
#include "ui/iograph/iowords.h"
#include "ui/shared/opencapture.h"
#include "ui/topology/figurepainter.h"

#include <QColorDialog>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QPainter>
#include <QPointer>
#include <QTimer>

#include <array>

namespace vethscope {
namespace {

constexpr std::array smoothings{0, 2, 5, 10, 20, 50, 100, 200, 500, 1000};
constexpr int colourSize = 14;
constexpr double largestFactor = 1e9;
const QString otherColour = QStringLiteral("other");

QIcon iconOf(const QString &colour)
{
    QPixmap pixmap(colourSize, colourSize);
    pixmap.fill(ioColour(colour, currentColours()));
    return pixmap;
}

} // namespace

IoGraphDelegate::IoGraphDelegate(const OpenCapture &capture, QObject *parent) : QStyledItemDelegate(parent), m_capture(capture)
{
}

void IoGraphDelegate::finish(QWidget *editor, bool keep) const
{
    auto *self = const_cast<IoGraphDelegate *>(this); // who edits is told; nothing of this changes
    if (keep)
        emit self->commitData(editor);
    emit self->closeEditor(editor, keep ? NoHint : RevertModelCache);
}

QWidget *IoGraphDelegate::filterEditor(QWidget *parent) const
{
    auto *edit = new FilterEdit(m_capture.registry(), parent);
    new SeenSource(m_capture, edit->proposals(), edit);
    connect(edit, &FilterEdit::applied, this, [this, edit] { finish(edit, true); });
    connect(edit, &FilterEdit::dismissed, this, [this, edit] { finish(edit, false); });
    return edit;
}

QWidget *IoGraphDelegate::choice(QWidget *parent, int column) const
{
    auto *box = new QComboBox(parent);
    if (column == IoGraphModel::Style)
        for (const IoStyle style : ioStyles())
            box->addItem(wordOf(style), int(style));
    else if (column == IoGraphModel::Measure)
        for (const IoMeasure measure : ioMeasures())
            box->addItem(wordOf(measure), int(measure));
    else if (column == IoGraphModel::Smoothing)
        for (const int smoothing : smoothings)
            box->addItem(smoothing == 0 ? tr("None") : tr("%1 intervals").arg(smoothing), smoothing);
    else {
        for (const QString &colour : ioThemeColours())
            box->addItem(iconOf(colour), ioColourWord(colour), colour);
        box->addItem(tr("Other…"), otherColour);
    }
    connect(box, &QComboBox::activated, this, [this, box] {
        if (box->currentData() == otherColour)
            chooseColour(box);
        finish(box, true);
    });
    return box;
}

void IoGraphDelegate::chooseColour(QWidget *editor)
{
    auto *box = static_cast<QComboBox *>(editor);
    const QColor before = ioColour(box->property("before").toString(), currentColours());
    const QColor chosen = QColorDialog::getColor(before, editor->window());
    const QString colour = chosen.isValid() ? chosen.name() : box->property("before").toString();
    if (box->findData(colour) < 0)
        box->addItem(iconOf(colour), colour, colour);
    box->setCurrentIndex(box->findData(colour));
}

QWidget *IoGraphDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const
{
    QWidget *editor = nullptr;
    switch (index.column()) {
    case IoGraphModel::Name: editor = new QLineEdit(parent); break;
    case IoGraphModel::Filter:
    case IoGraphModel::Field: editor = filterEditor(parent); break;
    case IoGraphModel::Factor: {
        auto *box = new QDoubleSpinBox(parent);
        box->setDecimals(6);
        box->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
        box->setRange(-largestFactor, largestFactor);
        editor = box;
        break;
    }
    default: editor = choice(parent, index.column());
    }
    editor->setAccessibleName(index.model()->headerData(index.column(), Qt::Horizontal).toString());
    editor->setAutoFillBackground(true);
    return editor;
}

void IoGraphDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    const QVariant value = index.data(Qt::EditRole);
    if (auto *box = qobject_cast<QComboBox *>(editor)) {
        if (index.column() == IoGraphModel::Colour) {
            box->setProperty("before", value);
            if (box->findData(value) < 0)
                box->insertItem(0, iconOf(value.toString()), value.toString(), value);
        }
        box->setCurrentIndex(box->findData(value));
        if (!box->property("shown").toBool()) {
            box->setProperty("shown", true);
            QTimer::singleShot(0, box, &QComboBox::showPopup);
        }
    } else if (auto *line = qobject_cast<QLineEdit *>(editor)) {
        line->setText(value.toString());
    } else if (auto *number = qobject_cast<QDoubleSpinBox *>(editor)) {
        number->setValue(value.toDouble());
    }
}

void IoGraphDelegate::setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const
{
    if (const auto *box = qobject_cast<QComboBox *>(editor)) {
        if (box->currentData() != otherColour)
            model->setData(index, box->currentData());
    } else if (const auto *line = qobject_cast<QLineEdit *>(editor)) {
        model->setData(index, line->text());
    } else if (const auto *number = qobject_cast<QDoubleSpinBox *>(editor)) {
        model->setData(index, number->value());
    }
}

void IoGraphDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &) const
{
    QRect place = option.rect;
    place.setWidth(std::max(place.width(), editor->minimumSizeHint().width()));
    if (place.right() > editor->parentWidget()->width())
        place.moveRight(editor->parentWidget()->width() - 1);
    editor->setGeometry(place);
}

// While names are proposed, Tab, Return and Esc are the proposals'.
bool IoGraphDelegate::eventFilter(QObject *object, QEvent *event)
{
    const auto *edit = qobject_cast<FilterEdit *>(object);
    if (edit && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (edit->isCompleting() || (key != Qt::Key_Tab && key != Qt::Key_Backtab))
            return false;
    }
    if (edit && event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return QStyledItemDelegate::eventFilter(object, event);
}

} // namespace vethscope
