#pragma once

#include "ui/predict/predictions.h"

#include <QDialog>
#include <QStringList>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace vethscope {

/// Analyze ▸ Predict a Path…: who sends to whom, and what. Closes when there is an answer; what cannot be answered is said in it.
class PredictDialog : public QDialog
{
    Q_OBJECT

public:
    /// `cluster` has the names that are offered.
    PredictDialog(const Cluster &cluster, Predictions &predictions, const PathQuestion &first, QWidget *parent = nullptr);

    PathQuestion question() const;
    void accept() override;

    /// Pods, nodes and services by the names that a question takes; services only as receivers.
    static QStringList namesOf(const Cluster &cluster, bool withServices);

private:
    QComboBox *makeWho(const QStringList &names, const QString &chosen, const QString &title);
    void showState();
    void swap();

    Predictions &m_predictions;
    QComboBox *m_from;
    QComboBox *m_to;
    QComboBox *m_protocol;
    QLineEdit *m_port;
    QLineEdit *m_size;
    QCheckBox *m_dontFragment;
    QLabel *m_problem;
    QPushButton *m_predict;
    bool m_isAsked = false;
};

} // namespace vethscope
