# SPDX-FileCopyrightText: 2026 The Renum authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Precompiled headers halve the time of a full build. They hold only what does not change here: the
# standard library, Qt, QCoro and JSON. (Not QTest: it depends on macros that each test defines.) Sources still include what they use; the analysis build
# (packaging/dev.sh lint) is made without them and notices what one forgets.
option(RENUM_PRECOMPILE "Use precompiled headers" ON)

set(renum_precompiled_core
    <algorithm> <array> <chrono> <functional> <limits> <map> <memory> <optional> <set> <span>
    <stop_token> <string> <utility> <variant> <vector>
    <QByteArray> <QCoreApplication> <QDateTime> <QDir> <QFile> <QHash> <QList> <QLoggingCategory>
    <QObject> <QPointer> <QRegularExpression> <QSet> <QString> <QStringList> <QTimer> <QUrl> <QUuid>
    <QCoroTask> <nlohmann/json.hpp>)
set(renum_precompiled_ui <QtGui> <QtWidgets>)

# renum_add_precompiled(NAME LIBRARIES HEADERS): a set of headers that targets share.
function(renum_add_precompiled name libraries)
    if(NOT RENUM_PRECOMPILE)
        return()
    endif()
    set(source "${CMAKE_BINARY_DIR}/precompiled/${name}.cpp")
    file(CONFIGURE OUTPUT "${source}" CONTENT "// The headers are all there is.\n")
    add_library(renum_precompiled_${name} OBJECT "${source}")
    target_link_libraries(renum_precompiled_${name} PRIVATE renum_options ${libraries})
    target_precompile_headers(renum_precompiled_${name} PRIVATE ${ARGN})
endfunction()

function(renum_use_precompiled target name)
    if(RENUM_PRECOMPILE)
        target_precompile_headers(${target} REUSE_FROM renum_precompiled_${name})
    endif()
endfunction()
