# SPDX-FileCopyrightText: 2026 The Renum authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Who builds once (a newcomer, a CI machine) compiles the sources of a folder together, so that what
# they all include is read once: a third of the work. Who edits compiles one file at a time. Names in
# anonymous namespaces are unique in a folder for this; tests/rules looks.
option(RENUM_UNITY "Compile the sources of each folder together" OFF)
set(RENUM_UNITY_SIZE 12) # few enough for all cores to have work

# renum_compile_together(TARGET...): after all their sources are known.
function(renum_compile_together)
    if(NOT RENUM_UNITY)
        return()
    endif()
    foreach(target IN LISTS ARGN)
        set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
        # The warning means headers, and takes joined sources for such.
        target_compile_options(${target} PRIVATE
            $<$<CXX_COMPILER_ID:GNU>:-Wno-subobject-linkage>)
        get_target_property(sources ${target} SOURCES)
        get_target_property(target_folder ${target} SOURCE_DIR)
        list(FILTER sources INCLUDE REGEX "\\.cpp$")
        list(SORT sources)
        foreach(source IN LISTS sources)
            cmake_path(ABSOLUTE_PATH source BASE_DIRECTORY "${target_folder}")
            cmake_path(GET source PARENT_PATH folder)
            cmake_path(RELATIVE_PATH folder BASE_DIRECTORY "${CMAKE_SOURCE_DIR}")
            string(MAKE_C_IDENTIFIER "${folder}" folder)
            math(EXPR group "0${count_${folder}} / ${RENUM_UNITY_SIZE}")
            math(EXPR count_${folder} "0${count_${folder}} + 1")
            set_source_files_properties("${source}" TARGET_DIRECTORY ${target}
                PROPERTIES UNITY_GROUP "${folder}_${group}")
        endforeach()
    endforeach()
endfunction()
