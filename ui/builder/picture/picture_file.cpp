// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/picture/picture_file.h"

#include "core/model/error_codes.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSaveFile>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

struct Picture {
    Q_DECLARE_TR_FUNCTIONS(Picture)
};

Error pictureError(const QString &path, const QString &sentence)
{
    return { ErrorCategory::InvalidInput, QString::fromLatin1(code::FileUnreadable), sentence,
        { { u"file"_s, path } } };
}

bool writeTo(QSaveFile &file, const PictureContent &content)
{
    if (const auto *bytes = std::get_if<QByteArray>(&content))
        return file.write(*bytes) == bytes->size();
    return std::get<QImage>(content).save(&file, "PNG");
}

bool isEmpty(const PictureContent &content)
{
    if (const auto *bytes = std::get_if<QByteArray>(&content))
        return bytes->isEmpty();
    return std::get<QImage>(content).isNull();
}

} // namespace

std::optional<PictureFormat> pictureFormatOf(const QString &path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (suffix == "png"_L1)
        return PictureFormat::Png;
    if (suffix == "svg"_L1)
        return PictureFormat::Svg;
    if (suffix == "pdf"_L1)
        return PictureFormat::Pdf;
    return std::nullopt;
}

Result<void> writePicture(const QString &path, const PictureContent &content)
{
    if (isEmpty(content)) {
        return pictureError(path,
            Picture::tr("There is not enough memory for the picture. Export it as SVG instead."));
    }
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && writeTo(file, content) && file.commit())
        return {};
    //: A path, and what the system says
    return pictureError(path,
        Picture::tr("The picture %1 cannot be written: %2. Check that the folder exists and that "
                    "you may write there.")
            .arg(path, file.errorString()));
}

Error pictureExists(const QString &path)
{
    return pictureError(
        path, Picture::tr("The file %1 exists already. Choose another name.").arg(path));
}

} // namespace renum::ui
