#pragma once

#include <optional>

#include <QDialog>
#include <QSet>
#include <QString>
#include <QStringList>

class QCheckBox;
class QComboBox;
class QLabel;

namespace longhand::ui
{

/// Asks whose hand pages are in and which language they are written in. Changes nothing itself.
class PagePropertiesDialog : public QDialog
{
    Q_OBJECT
public:
    /// As things stand.
    struct Pages {
        QString title;
        QSet<QString> writers;     ///< of the pages; empty text: not said
        QSet<QString> languages;   ///< as in PageSettings
        QSet<QString> readWriters; ///< of those that were read already
    };
    struct Answer {
        std::optional<QString> writer; ///< nullopt: as it is, page by page
        std::optional<QString> language;
        bool readAgain = false;
    };

    /// `languages`: dictionaries there are.
    PagePropertiesDialog(const Pages& pages, const QStringList& languages, QWidget* parent = nullptr);

    /// Names to be offered; what a person has begun to type stays.
    void offerWriters(const QStringList& names);
    /// Writers whose hand was learnt.
    void setProfiles(const QStringList& writers);
    [[nodiscard]] Answer answer() const;

private:
    void fillLanguages(const QStringList& dictionaries);
    void update();
    /// As it is known, if it is known in other letter case.
    [[nodiscard]] QString typedWriter() const;
    [[nodiscard]] bool readsOtherwise(const QString& writer) const;

    Pages m_pages;
    QStringList m_offered;
    QStringList m_profiles;
    QComboBox* m_writer; // all: owned by this (Qt parent)
    QLabel* m_hint;
    QComboBox* m_language;
    QCheckBox* m_readAgain;
};

} // namespace longhand::ui
