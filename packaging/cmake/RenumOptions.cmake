# SPDX-FileCopyrightText: 2026 The Renum authors
# SPDX-License-Identifier: GPL-3.0-or-later

option(RENUM_BUILD_TESTS "Build the tests" ON)
option(RENUM_WERROR "Treat warnings as errors" ON)
set(RENUM_SANITIZE "" CACHE STRING "Sanitizers, for example address,undefined")
option(RENUM_COVERAGE "Instrument for gcov" OFF)
option(RENUM_FUZZ "Build the fuzz targets (clang only)" OFF)

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

find_program(RENUM_CCACHE ccache)
if(RENUM_CCACHE)
    # Without this it compiles anew whatever uses a precompiled header.
    set(CMAKE_CXX_COMPILER_LAUNCHER "${CMAKE_COMMAND}" -E env
        CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
        "${RENUM_CCACHE}")
endif()
find_program(RENUM_MOLD mold)
if(RENUM_MOLD AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    add_link_options(-fuse-ld=mold)
endif()

# Everything that every target of ours is compiled with.
add_library(renum_options INTERFACE)
target_include_directories(renum_options INTERFACE "${CMAKE_SOURCE_DIR}")
target_compile_features(renum_options INTERFACE cxx_std_20)
target_compile_options(renum_options INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wnon-virtual-dtor -Woverloaded-virtual
    -Wold-style-cast $<$<BOOL:${RENUM_WERROR}>:-Werror>)
target_compile_definitions(renum_options INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY
    QT_NO_URL_CAST_FROM_STRING QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_NO_CONTEXTLESS_CONNECT
    QT_NO_FOREACH QT_USE_QSTRINGBUILDER QT_DISABLE_DEPRECATED_BEFORE=0x060400
    JSON_USE_IMPLICIT_CONVERSIONS=0)

if(RENUM_SANITIZE)
    target_compile_options(renum_options INTERFACE -fsanitize=${RENUM_SANITIZE}
        -fno-sanitize-recover=all -fno-omit-frame-pointer)
    target_link_options(renum_options INTERFACE -fsanitize=${RENUM_SANITIZE})
endif()
if(RENUM_COVERAGE)
    target_compile_options(renum_options INTERFACE --coverage -fprofile-update=atomic)
    target_link_options(renum_options INTERFACE --coverage)
endif()

# One static library for each folder of core/: a folder is a concept, and the linker sees its
# dependencies. SOURCES are relative to the calling folder.
function(renum_add_library name)
    cmake_parse_arguments(ARG "" "" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
    add_library(${name} STATIC ${ARG_SOURCES})
    set_target_properties(${name} PROPERTIES AUTOMOC ON POSITION_INDEPENDENT_CODE ON)
    target_link_libraries(${name} PUBLIC renum_options ${ARG_PUBLIC} PRIVATE ${ARG_PRIVATE})
    renum_use_precompiled(${name} core)
endfunction()
